import { and, eq, gte, lt, ne, sql, sum } from 'drizzle-orm';
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
  /** For avatars and for styles of the account's own. */
  readonly creditsCharged: number;
  /** US dollars, failures and styles included. */
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
  const isAvatar = ne(generations.kind, 'style');
  const counted = (status: schema.GenerationStatus) =>
    sql<number>`count(*) filter (where ${generations.status} = ${status} and ${isAvatar})::int`;
  const rows = await orm
    .select({
      day,
      generations: sql<number>`count(*) filter (where ${isAvatar})::int`,
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
