import { inArray, lt, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';

const { rateWindows } = schema;

/** What is counted apart: making avatars, and everything else. */
export type Counted = 'create' | 'read';

/** Names what is counted of an account. */
export const rateKey = (accountId: string, counted: Counted): string =>
  counted === 'create' ? accountId : `${accountId} ${counted}`;

/** One atomic statement: opens the window with the first request, counts into it, opens the next when its time has come. */
export async function countRequest(
  { orm }: Database,
  key: string,
  windowMs: number,
): Promise<{ current: number; ttl: number }> {
  const window = sql`make_interval(secs => ${windowMs / 1000}::double precision)`;
  const isOver = sql`${rateWindows.startedAt} <= now() - ${window}`;
  const [row] = await orm
    .insert(rateWindows)
    .values({ key, startedAt: sql`now()`, hits: 1 })
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: {
        startedAt: sql`case when ${isOver} then now() else ${rateWindows.startedAt} end`,
        hits: sql`case when ${isOver} then 1 else ${rateWindows.hits} + 1 end`,
      },
    })
    .returning({
      current: rateWindows.hits,
      ttl: sql<number>`extract(epoch from ${rateWindows.startedAt} + ${window} - now())::double precision * 1000`,
    });
  return row;
}

/** Of an account that is removed. */
export async function forgetRequests({ orm }: Database, accountId: string): Promise<void> {
  const keys = [rateKey(accountId, 'create'), rateKey(accountId, 'read')];
  await orm.delete(rateWindows).where(inArray(rateWindows.key, keys));
}

/** Removes windows that are long over. @returns how many */
export async function sweepRateWindows({ orm }: Database): Promise<number> {
  const swept = await orm
    .delete(rateWindows)
    .where(lt(rateWindows.startedAt, sql`now() - interval '1 day'`))
    .returning({ key: rateWindows.key });
  return swept.length;
}
