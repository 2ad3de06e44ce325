import { z } from 'zod';
import { idPattern, reviewPage } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import type { Services } from '../../services.js';
import { avatarAnswer } from '../map/avatar-answer.js';
import { presenterFor } from '../map/presenter.js';
import { avatarResponseSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';

/** `GET /v1/review`: what the checks would not decide alone. */
export function reviewRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/review',
    {
      schema: {
        operationId: 'listReview',
        tags: ['feedback'],
        summary: 'Avatars that a person should look at, newest first, with their scores',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: z.string().regex(idPattern('avt')).optional().describe('`next` of the page before'),
        }),
        response: {
          200: z.object({ items: z.array(avatarResponseSchema), next: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { limit, before } = request.query;
      const { id: accountId } = accountOf(request);
      const { records, next = null } = await reviewPage(services.database, accountId, { limit, before });
      const presenter = presenterFor(request, services);
      return { items: records.map((record) => avatarAnswer(record, presenter)), next };
    },
  );
}
