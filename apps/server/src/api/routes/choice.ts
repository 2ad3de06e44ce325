import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { ApiError, notFound } from '../../errors/index.js';
import { accountOf } from '../authentication.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { generations } = schema;
const params = z.object({ id: z.string().regex(/^avt_[0-9a-f]{32}$/) });

/** `POST /v1/avatar/{id}/choice`: an avatar is a suggestion, and this is what the person said to it. */
export function choiceRoute(app: ZodApp, { database: { orm }, metrics }: Services): void {
  app.post(
    '/v1/avatar/:id/choice',
    {
      schema: {
        operationId: 'chooseAvatar',
        tags: ['feedback'],
        summary: 'Say whether the person took the avatar or kept the photo',
        params,
        body: z.strictObject({ choice: z.enum(['accepted', 'declined']) }),
        response: {
          200: z.object({ id: z.string(), choice: z.enum(['accepted', 'declined']) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { choice } = request.body;
      const isTheirs = and(eq(generations.id, id), eq(generations.accountId, accountOf(request).id));
      const changed = await orm
        .update(generations)
        .set({ choice })
        .where(and(isTheirs, eq(generations.status, 'succeeded')))
        .returning({ style: generations.style, platform: generations.platform });
      if (changed.length > 0) {
        const [{ style, platform }] = changed;
        metrics.choiceMade(style ?? 'unknown', platform ?? 'custom', choice);
        return { id, choice };
      }
      const [row] = await orm.select({ status: generations.status }).from(generations).where(isTheirs);
      if (row === undefined) throw notFound('avatar');
      throw new ApiError('conflict', `There is no avatar to choose: the job is ${row.status}`);
    },
  );
}
