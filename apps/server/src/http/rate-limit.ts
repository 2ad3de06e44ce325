import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { countRequest, rateKey, type Account, type Counted } from '../accounts/index.js';
import type { Database } from '../database/index.js';

const WINDOW_MS = 60_000;

export interface AccountRateLimitOptions {
  readonly database: Database;
  /** Requests that make avatars, of accounts whose settings say nothing else. */
  readonly requestsPerMinute: number;
  /** All others. */
  readonly readsPerMinute: number;
  /** The account of a request. Runs after whatever finds it out. */
  readonly accountOf: (request: FastifyRequest) => Account;
  /** The error that the server's error handler answers with 429. */
  readonly tooManyRequests: (retryAfterSeconds: number) => Error;
}

/**
 * Options for `@fastify/rate-limit`, for every route of the scope: those with `config: { rateLimit: {} }` count as making
 * avatars, all others as reading. The library brings the
 * headers and the hooks; where it counts is ours: its memory store would let an account multiply its limit by the
 * number of processes, and its Redis store would be one more program to run. The database is there anyway and one
 * short statement a request is little beside an avatar.
 */
export const accountRateLimit = (options: AccountRateLimitOptions): RateLimitPluginOptions => ({
  global: true,
  enableDraftSpec: true,
  timeWindow: WINDOW_MS,
  store: databaseStore(options.database),
  keyGenerator: (request) => rateKey(options.accountOf(request).id, countedOf(request)),
  max: (request) => {
    const { requestsPerMinute, readsPerMinute } = options.accountOf(request).settings;
    return countedOf(request) === 'create'
      ? (requestsPerMinute ?? options.requestsPerMinute)
      : (readsPerMinute ?? options.readsPerMinute);
  },
  errorResponseBuilder: (_, { ttl }) => options.tooManyRequests(Math.max(1, Math.ceil(ttl / 1000))),
});

const countedOf = ({ routeOptions: { config } }: FastifyRequest): Counted =>
  config.rateLimit === undefined ? 'read' : 'create';

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
