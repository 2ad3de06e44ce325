import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { ApiError, notFound } from '../../errors/index.js';
import { accountOf } from '../authentication.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { storedObjects } = schema;
const nothing = z.null().describe('Deleted, now and for good');

/** Callers delete what is kept for them whenever they like. */
export function objectRoutes(app: ZodApp, { archive, database, store }: Services): void {
  app.delete(
    '/v1/inputs/:id',
    {
      schema: {
        operationId: 'deleteInput',
        tags: ['storage'],
        summary: 'Delete a photo that was kept',
        params: z.object({ id: z.string().regex(/^inp_[0-9a-f]{32}$/) }),
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      if (!(await archive.remove(accountOf(request).id, request.params.id))) throw notFound('input');
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/v1/outputs/:id',
    {
      schema: {
        operationId: 'deleteOutput',
        tags: ['storage'],
        summary: 'Delete an avatar and its preview; links to them end at once',
        params: z.object({ id: z.string().regex(/^avt_[0-9a-f]{32}$/) }),
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const { id: accountId } = accountOf(request);
      const { id } = request.params;
      const row = await store.find(accountId, id);
      if (row === undefined) throw notFound('output');
      if (row.status === 'queued' || row.status === 'running')
        throw new ApiError('conflict', 'The avatar is not finished; cancel its job instead');
      const isTheirs = and(eq(storedObjects.generationId, id), eq(storedObjects.kind, 'output'));
      const [kept] = await database.orm
        .select({ key: storedObjects.key })
        .from(storedObjects)
        .where(isTheirs);
      if (kept === undefined) throw notFound('output');
      await archive.removeOf(id, ['output', 'thumbnail']);
      return reply.code(204).send(null);
    },
  );
}
