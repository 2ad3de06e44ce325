import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { LOCK_END, runningRequests } from './running-requests.js';

const { idempotencyKeys } = schema;

/** An answer as it was sent. */
export interface SavedAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The first request with a key. `save`, `forget` or `leave` has to be called when it ends; until then the key is held
 * for it.
 */
export interface FirstRequest {
  /** What an earlier request with the key made before its process died: `avt_…` or `bat_…`. It is not to be made again. */
  readonly boundTo: string | undefined;
  /**
   * Ties the key to what is made, in the transaction that makes it, so that a repetition finds it whatever becomes of
   * this process.
   * @throws Error when the key was taken over meanwhile, and nothing may be made
   */
  readonly bind: (transaction: Orm, id: string) => Promise<void>;
  /** Nothing can be said yet: the key stays tied, and the next repetition asks again. */
  readonly leave: () => Promise<void>;
  /** What the key was tied to did not come about, so it may be made again. */
  readonly untie: () => Promise<void>;
  readonly save: (answer: SavedAnswer) => Promise<void>;
  /** Nothing was done: the key may be used again. */
  readonly forget: () => Promise<void>;
}

export type IdempotentRequest =
  | { readonly kind: 'first'; readonly request: FirstRequest }
  | { readonly kind: 'replay'; readonly answer: SavedAnswer }
  /** The first request has no answer yet. */
  | { readonly kind: 'running' }
  /** The key came with another request before. */
  | { readonly kind: 'different' };

export interface IdempotencyStore {
  /** @param fingerprint tells requests apart: a hash of everything that was sent */
  readonly begin: (accountId: string, key: string, fingerprint: string) => Promise<IdempotentRequest>;
  /**
   * Answers another way from now on where the answer may hold pictures of what the key is tied to. The key stays tied:
   * a repetition makes nothing anew. @returns how many
   */
  readonly withdraw: (accountId: string, boundTo: string, instead: SavedAnswer) => Promise<number>;
  /** Removes what is older than a day. @returns how many */
  readonly sweep: () => Promise<number>;
}

/** Jobs and batches are answered with 202 and the address of what becomes of them, refusals with what is wrong. */
const WITH_PICTURES = 200;
const KEPT_MS = 24 * 3_600_000;

/**
 * Answers by `Idempotency-Key`, for 24 hours, as Stripe keeps them: the first answer is given again whatever it was.
 * Bodies are encrypted: an answer may hold a picture. When a process dies in the middle of a request, its key is free
 * again after some seconds.
 */
export function createIdempotencyStore({ orm }: Database, keyRing: KeyRing): IdempotencyStore {
  const isRow = (accountId: string, key: string) =>
    and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));

  const running = runningRequests(orm);
  const sealed = (accountId: string, key: string, { statusCode, headers, body }: SavedAnswer) => {
    const bytes = keyRing.encrypt(new TextEncoder().encode(body), purposeOf(accountId, key));
    return { statusCode, headers, body: Buffer.from(bytes).toString('base64') };
  };

  const begin = async (accountId: string, key: string, fingerprint: string): Promise<IdempotentRequest> => {
    const owner = randomUUID();
    const fresh = {
      owner,
      requestHash: fingerprint,
      statusCode: null,
      headers: null,
      body: null,
      lockedUntil: LOCK_END,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + KEPT_MS),
    };
    const isDead = sql`(${isNull(idempotencyKeys.statusCode)}
      and ${lte(idempotencyKeys.lockedUntil, sql`now()`)}
      and ${eq(idempotencyKeys.requestHash, fingerprint)})`;
    const taken = await orm
      .insert(idempotencyKeys)
      .values({ accountId, key, ...fresh })
      .onConflictDoUpdate({
        target: [idempotencyKeys.accountId, idempotencyKeys.key],
        // What has had its day is new; what a dead process left stays tied to what it made.
        set: {
          ...fresh,
          boundTo: sql`case when ${lte(idempotencyKeys.expiresAt, sql`now()`)} then null else ${idempotencyKeys.boundTo} end`,
        },
        setWhere: sql`${lte(idempotencyKeys.expiresAt, sql`now()`)} or ${isDead}`,
      })
      .returning({ boundTo: idempotencyKeys.boundTo });
    if (taken.length > 0) return first(accountId, key, owner, taken[0].boundTo);

    const [row] = await orm.select().from(idempotencyKeys).where(isRow(accountId, key));
    // Forgotten between the two statements.
    if (row === undefined) return begin(accountId, key, fingerprint);
    if (row.requestHash !== fingerprint) return { kind: 'different' };
    // The connection was lost after the statement above, and it was done again.
    if (row.owner === owner) return first(accountId, key, owner, row.boundTo);
    if (row.statusCode === null || row.body === null) return { kind: 'running' };
    const body = keyRing.decrypt(Buffer.from(row.body, 'base64'), purposeOf(accountId, key));
    return {
      kind: 'replay',
      answer: {
        statusCode: row.statusCode,
        headers: row.headers ?? {},
        body: new TextDecoder().decode(body),
      },
    };
  };

  const first = (
    accountId: string,
    key: string,
    owner: string,
    boundTo: string | null,
  ): IdempotentRequest => ({
    kind: 'first',
    request: firstRequest(accountId, key, owner, boundTo ?? undefined),
  });

  const firstRequest = (
    accountId: string,
    key: string,
    owner: string,
    boundTo: string | undefined,
  ): FirstRequest => {
    running.add(owner);
    // A request whose key was taken over has nothing to say any more.
    const isMine = and(isRow(accountId, key), eq(idempotencyKeys.owner, owner));
    const ended = async (work: PromiseLike<unknown>): Promise<void> => {
      try {
        await work;
      } finally {
        // Also when the answer could not be written: the key must not be held for a request that is over.
        running.remove(owner);
      }
    };
    const set = (values: Partial<typeof idempotencyKeys.$inferInsert>) =>
      orm.update(idempotencyKeys).set(values).where(isMine);
    return {
      boundTo,
      bind: async (transaction, id) => {
        const bound = await transaction
          .update(idempotencyKeys)
          .set({ boundTo: id })
          .where(isMine)
          .returning({ key: idempotencyKeys.key });
        if (bound.length === 0) throw new Error('The Idempotency-Key was taken over by a repetition');
      },
      leave: () => ended(set({ lockedUntil: new Date() })),
      untie: async () => {
        await set({ boundTo: null });
      },
      save: (answer) => ended(set(sealed(accountId, key, answer))),
      forget: () => ended(orm.delete(idempotencyKeys).where(isMine)),
    };
  };

  return {
    begin,
    withdraw: async (accountId, boundTo, instead) => {
      const { key, statusCode } = idempotencyKeys;
      const rows = await orm
        .select({ key })
        .from(idempotencyKeys)
        .where(
          and(
            eq(idempotencyKeys.accountId, accountId),
            eq(idempotencyKeys.boundTo, boundTo),
            or(isNull(statusCode), eq(statusCode, WITH_PICTURES)),
          ),
        );
      for (const row of rows)
        await orm
          .update(idempotencyKeys)
          // Of another owner, so that a request which is just being answered does not write over it.
          .set({ ...sealed(accountId, row.key, instead), owner: randomUUID() })
          .where(isRow(accountId, row.key));
      return rows.length;
    },
    sweep: async () => {
      const isOver = lte(idempotencyKeys.expiresAt, sql`now()`);
      const swept = await orm.delete(idempotencyKeys).where(isOver).returning({ key: idempotencyKeys.key });
      return swept.length;
    },
  };
}

const purposeOf = (accountId: string, key: string): string => `answer to ${accountId} ${key}`;
