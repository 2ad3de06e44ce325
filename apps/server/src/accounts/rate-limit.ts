import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { lt, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { schema, type Database } from '../database/index.js';
import type { Account } from './account-directory.js';

const { rateWindows } = schema;
const WINDOW_MS = 60_000;

export interface AccountRateLimitOptions {
  readonly database: Database;
  /** Of accounts whose settings say nothing else. */
  readonly requestsPerMinute: number;
  /** The account of a request. Runs after whatever finds it out. */
  readonly accountOf: (request: FastifyRequest) => Account;
  /** The error that the server's error handler answers with 429. */
  readonly tooManyRequests: (retryAfterSeconds: number) => Error;
}

/**
 * Options for `@fastify/rate-limit`, with routes chosen by `config: { rateLimit: {} }`. The library brings the headers and the hooks; where it
 * counts is ours: its memory store would let an account multiply its limit by the number of processes, and its Redis store
 * would be one more program to run. The database is there anyway and one short statement a request is little beside an avatar.
 */
export const accountRateLimit = (options: AccountRateLimitOptions): RateLimitPluginOptions => ({
  global: false,
  enableDraftSpec: true,
  timeWindow: WINDOW_MS,
  store: databaseStore(options.database),
  keyGenerator: (request) => options.accountOf(request).id,
  max: (request) => options.accountOf(request).settings.requestsPerMinute ?? options.requestsPerMinute,
  errorResponseBuilder: (_, { ttl }) => options.tooManyRequests(Math.max(1, Math.ceil(ttl / 1000))),
});

type StoreClass = NonNullable<RateLimitPluginOptions['store']>;

/** The library wants a class that it makes itself. */
const databaseStore = (database: Database): StoreClass =>
  class {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs: number,
    ): void {
      countRequest(database, key, windowMs).then(
        (result) => callback(null, result),
        (error: unknown) => callback(error as Error),
      );
    }

    /** All routes of an account count together. */
    child(): this {
      return this;
    }
  };

/** One atomic statement: opens the window with the first request, counts into it, opens the next when its time has come. */
async function countRequest(
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

/** Removes windows that are long over. @returns how many */
export async function sweepRateWindows({ orm }: Database): Promise<number> {
  const swept = await orm
    .delete(rateWindows)
    .where(lt(rateWindows.startedAt, sql`now() - interval '1 day'`))
    .returning({ key: rateWindows.key });
  return swept.length;
}
