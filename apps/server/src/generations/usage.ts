import { and, count, eq, gte, lt, sql, sum } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';

const { generations } = schema;

/** What an account used on one day, in UTC. */
export interface DayUsage {
  /** `2026-11-29` */
  readonly day: string;
  readonly generations: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly creditsCharged: number;
  /** US dollars, failures included. */
  readonly cost: number;
}

/** By the day on which it was asked for, oldest first; days without anything are left out. */
export async function usageByDay(
  { orm }: Database,
  accountId: string,
  from: Date,
  to: Date,
): Promise<readonly DayUsage[]> {
  const day = sql<string>`to_char(${generations.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  const counted = (status: schema.GenerationStatus) =>
    sql<number>`count(*) filter (where ${generations.status} = ${status})::int`;
  const rows = await orm
    .select({
      day,
      generations: count(),
      succeeded: counted('succeeded'),
      failed: counted('failed'),
      cancelled: counted('cancelled'),
      creditsCharged: sum(generations.creditsCharged),
      cost: sum(generations.cost),
    })
    .from(generations)
    .where(
      and(
        eq(generations.accountId, accountId),
        gte(generations.createdAt, from),
        lt(generations.createdAt, to),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return rows.map((row) => ({
    ...row,
    creditsCharged: Number(row.creditsCharged ?? 0),
    cost: Number(row.cost ?? 0),
  }));
}
