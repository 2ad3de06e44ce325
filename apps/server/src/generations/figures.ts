import { and, avg, count, desc, eq, gte, inArray, lt, ne, sql, sum } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';

const { generations } = schema;

/** What became of the generations of one style for one platform; it holds nothing of anybody. */
export interface StyleFigures {
  readonly style: string | null;
  readonly platform: string | null;
  readonly generations: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly accepted: number;
  readonly declined: number;
  readonly review: number;
  /** Avatars that needed more than one attempt. */
  readonly retried: number;
  readonly meanLikeness: number | null;
  readonly meanAttempts: number | null;
  readonly medianLatencyMs: number | null;
  /** US dollars, failures included. */
  readonly cost: number;
  readonly creditsCharged: number;
}

/** The figures of an account between two moments, the most used style first. */
export async function figuresOf(
  { orm }: Database,
  accountId: string,
  from: Date,
  to: Date,
): Promise<readonly StyleFigures[]> {
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
        eq(generations.accountId, accountId),
        ne(generations.kind, 'style'),
        inArray(generations.status, ['succeeded', 'failed']),
        gte(generations.createdAt, from),
        lt(generations.createdAt, to),
      ),
    )
    .groupBy(generations.style, generations.platform)
    .orderBy(desc(count()));
  return rows.map(({ likeness, attempts, latency, cost, credits, ...row }) => ({
    ...row,
    meanLikeness: numberOrNull(likeness),
    meanAttempts: numberOrNull(attempts),
    medianLatencyMs: numberOrNull(latency),
    cost: Number(cost ?? 0),
    creditsCharged: Number(credits ?? 0),
  }));
}

const numberOrNull = (value: string | number | null): number | null =>
  value === null ? null : Number(value);
