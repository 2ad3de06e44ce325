import { and, avg, count, desc, eq, gte, inArray, isNull, lt, sql, sum } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { ApiError, notFound } from '../../errors/index.js';
import { avatarResponse } from '../../generations/index.js';
import { accountOf } from '../authentication.js';
import { presenterFor } from '../base-url.js';
import { analyticsSchema } from '../schemas/analytics.js';
import { avatarResponseSchema } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { generations } = schema;
const params = z.object({ id: z.string().regex(/^avt_[0-9a-f]{32}$/) });
const DAY_MS = 24 * 3_600_000;

/** What people thought of their avatars: choices, the queue for review, and the figures. */
export function feedbackRoutes(app: ZodApp, services: Services): void {
  const { orm } = services.database;

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
        .returning({ id: generations.id });
      if (changed.length > 0) return { id, choice };
      const [row] = await orm.select({ status: generations.status }).from(generations).where(isTheirs);
      if (row === undefined) throw notFound('avatar');
      throw new ApiError('conflict', `There is no avatar to choose: the job is ${row.status}`);
    },
  );

  app.get(
    '/v1/review',
    {
      schema: {
        operationId: 'listReview',
        tags: ['feedback'],
        summary: 'Avatars that a person should look at, newest first, with their scores',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: z.iso.datetime().optional().describe('`next` of the page before'),
        }),
        response: {
          200: z.object({ items: z.array(avatarResponseSchema), next: z.iso.datetime().nullable() }),
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
            before === undefined ? undefined : lt(generations.createdAt, new Date(before)),
          ),
        )
        .orderBy(desc(generations.createdAt))
        .limit(limit + 1);
      const presenter = presenterFor(request, services);
      const page = rows.slice(0, limit);
      return {
        items: page.map((row) => avatarResponse(row, presenter)),
        next: rows.length > limit ? page[page.length - 1].createdAt.toISOString() : null,
      };
    },
  );

  app.get(
    '/v1/analytics',
    {
      schema: {
        operationId: 'getAnalytics',
        tags: ['feedback'],
        summary: 'Decline rate, likeness, retries and cost by style and platform',
        querystring: z.object({
          from: z.iso.datetime().optional().describe('Default: 30 days ago'),
          to: z.iso.datetime().optional().describe('Default: now'),
        }),
        response: { 200: analyticsSchema, ...problems },
      },
    },
    async (request) => {
      const to = request.query.to === undefined ? new Date() : new Date(request.query.to);
      const from =
        request.query.from === undefined
          ? new Date(to.getTime() - 30 * DAY_MS)
          : new Date(request.query.from);
      const counted = (condition: ReturnType<typeof sql>) =>
        sql<number>`count(*) filter (where ${condition})::int`;
      const rows = await orm
        .select({
          style: generations.style,
          platform: generations.platform,
          generations: count(),
          succeeded: counted(sql`${generations.status} = 'succeeded'`),
          failed: counted(sql`${generations.status} = 'failed'`),
          accepted: counted(sql`${generations.choice} = 'accepted'`),
          declined: counted(sql`${generations.choice} = 'declined'`),
          review: counted(sql`${generations.decision} = 'review'`),
          likeness: avg(generations.likenessScore),
          attempts: avg(generations.attempts),
          retried: counted(sql`${generations.attempts} > 1`),
          latency: sql<number | null>`percentile_cont(0.5) within group (order by ${generations.latencyMs})`,
          cost: sum(generations.cost),
          credits: sum(generations.creditsCharged),
        })
        .from(generations)
        .where(
          and(
            eq(generations.accountId, accountOf(request).id),
            inArray(generations.status, ['succeeded', 'failed']),
            gte(generations.createdAt, from),
            lt(generations.createdAt, to),
          ),
        )
        .groupBy(generations.style, generations.platform)
        .orderBy(desc(count()));
      return {
        from: from.toISOString(),
        to: to.toISOString(),
        rows: rows.map((row) => ({
          style: row.style,
          platform: row.platform,
          generations: row.generations,
          succeeded: row.succeeded,
          failed: row.failed,
          review: row.review,
          accepted: row.accepted,
          declined: row.declined,
          decline_rate:
            row.accepted + row.declined === 0 ? null : row.declined / (row.accepted + row.declined),
          mean_likeness: numberOrNull(row.likeness),
          mean_attempts: numberOrNull(row.attempts),
          retry_rate: row.succeeded === 0 ? null : row.retried / row.succeeded,
          median_latency_ms: numberOrNull(row.latency),
          cost: Number(row.cost ?? 0),
          cost_per_avatar: row.succeeded === 0 ? null : Number(row.cost ?? 0) / row.succeeded,
          credits_charged: Number(row.credits ?? 0),
        })),
      };
    },
  );
}

const numberOrNull = (value: string | number | null): number | null =>
  value === null ? null : Number(value);
