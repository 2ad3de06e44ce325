import { z } from 'zod';
import type { SavedAnswer } from '../../../accounts/index.js';
import { ApiError, notFound, problemOf } from '../../../errors/index.js';
import { forgetPictures, hasPicture, idPattern } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { problems } from '../schemas/problems.js';

const nothing = z.null().describe('Deleted, now and for good');

/** Callers delete what is kept for them whenever they like. */
export function objectRoutes(app: ZodApp, { archive, database, idempotency, store }: Services): void {
  app.delete(
    '/v1/inputs/:id',
    {
      schema: {
        operationId: 'deleteInput',
        tags: ['storage'],
        summary: 'Delete a photo that was kept, and with it all that were kept of its session',
        params: z.object({ id: z.string().regex(idPattern('inp')) }),
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      if (!(await archive.removeInput(accountOf(request).id, request.params.id))) throw notFound('input');
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
        params: z.object({ id: z.string().regex(idPattern('avt')) }),
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const { id: accountId } = accountOf(request);
      const { id } = request.params;
      const record = await store.find(accountId, id);
      if (record === undefined) throw notFound('output');
      if (record.status === 'queued' || record.status === 'running')
        throw new ApiError('conflict', 'The avatar is not finished; cancel its job instead');
      const withdrawn = await idempotency.withdraw(accountId, id, deletedAnswer());
      if (withdrawn === 0 && !(await hasPicture(database, id))) throw notFound('output');
      await archive.removeOf(id, ['output', 'thumbnail']);
      await forgetPictures(database, id);
      return reply.code(204).send(null);
    },
  );
}

/** What the repetition of a request gets whose avatar is deleted. */
function deletedAnswer(): SavedAnswer {
  const { problem } = problemOf(new ApiError('not-found', 'The avatar of this request was deleted'));
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
