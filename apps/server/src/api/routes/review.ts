import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { avatarResponse } from '../../generations/index.js';
import { accountOf } from '../authentication.js';
import { presenterFor } from '../base-url.js';
import { avatarResponseSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { generations } = schema;

/** Later in a list that begins with the newest. */
const comesAfter = (id: string) =>
  sql`(${generations.createdAt}, ${generations.id}) < (select g.created_at, g.id from ${generations} g where g.id = ${id})`;

/** `GET /v1/review`: what the checks would not decide alone. */
export function reviewRoute(app: ZodApp, services: Services): void {
  const { orm } = services.database;
  app.get(
    '/v1/review',
    {
      schema: {
        operationId: 'listReview',
        tags: ['feedback'],
        summary: 'Avatars that a person should look at, newest first, with their scores',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: z
            .string()
            .regex(/^avt_[0-9a-f]{32}$/)
            .optional()
            .describe('`next` of the page before'),
        }),
        response: {
          200: z.object({ items: z.array(avatarResponseSchema), next: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { limit, before } = request.query;
      const rows = await orm
        .select()
        .from(generations)
        .where(
          and(
            eq(generations.accountId, accountOf(request).id),
            eq(generations.decision, 'review'),
            eq(generations.status, 'succeeded'),
            isNull(generations.choice),
            before === undefined ? undefined : comesAfter(before),
          ),
        )
        .orderBy(desc(generations.createdAt), desc(generations.id))
        .limit(limit + 1);
      const presenter = presenterFor(request, services);
      const page = rows.slice(0, limit);
      return {
        items: page.map((row) => avatarResponse(row, presenter)),
        next: rows.length > limit ? page[page.length - 1].id : null,
      };
    },
  );
}
