import { z } from 'zod';
import { ApiError, notFound } from '../../../errors/index.js';
import { idPattern, writeChoice } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { problems } from '../schemas/problems.js';

const params = z.object({ id: z.string().regex(idPattern('avt')) });

/** `POST /v1/avatar/{id}/choice`: an avatar is a suggestion, and this is what the person said to it. */
export function choiceRoute(app: ZodApp, { database, store, metrics }: Services): void {
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
      const { id: accountId } = accountOf(request);
      const chosen = await writeChoice(database, accountId, id, choice);
      if (chosen !== undefined) {
        metrics.choiceMade(chosen.style ?? 'unknown', chosen.platform ?? 'custom', choice);
        return { id, choice };
      }
      const record = await store.find(accountId, id);
      if (record === undefined) throw notFound('avatar');
      throw new ApiError('conflict', `There is no avatar to choose: the job is ${record.status}`);
    },
  );
}
