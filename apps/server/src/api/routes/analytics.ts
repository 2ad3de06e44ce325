import { and, avg, count, desc, eq, gte, inArray, lt, sql, sum } from 'drizzle-orm';
import { z } from 'zod';
import { schema } from '../../database/index.js';
import { accountOf } from '../authentication.js';
import { analyticsSchema } from '../schemas/analytics.js';
import { moment } from '../schemas/text.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';
import type { ZodApp } from '../zod-app.js';

const { generations } = schema;
const DAY_MS = 24 * 3_600_000;

/** `GET /v1/analytics`: the figures of an account, which hold nothing of anybody. */
export function analyticsRoute(app: ZodApp, { database: { orm } }: Services): void {
  app.get(
    '/v1/analytics',
    {
      schema: {
        operationId: 'getAnalytics',
        tags: ['feedback'],
        summary: 'Decline rate, likeness, retries and cost by style and platform',
        querystring: z.object({
          from: moment().optional().describe('Default: 30 days ago'),
          to: moment().optional().describe('Default: now'),
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
