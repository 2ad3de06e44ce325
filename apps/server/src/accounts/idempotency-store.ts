import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';

const { idempotencyKeys } = schema;

/** An answer as it was sent. */
export interface SavedAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The first request with a key. One of the two has to be called; without it the key is free again when its time runs out. */
export interface FirstRequest {
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
  /** Removes what is older than a day. @returns how many */
  readonly sweep: () => Promise<number>;
}

const KEPT_MS = 24 * 3_600_000;

/**
 * Answers by `Idempotency-Key`, for 24 hours, as Stripe keeps them: the first answer is given again whatever it was. Bodies are encrypted:
 * an answer may hold a picture.
 *
 * @param maxRunMs how long a request may run. One that has not answered by then died with its process, and its key may be taken over
 */
export function createIdempotencyStore(
  { orm }: Database,
  keyRing: KeyRing,
  maxRunMs: number,
): IdempotencyStore {
  const isRow = (accountId: string, key: string) =>
    and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));

  const begin = async (accountId: string, key: string, fingerprint: string): Promise<IdempotentRequest> => {
    const lockedUntil = new Date(Date.now() + maxRunMs);
    const fresh = {
      requestHash: fingerprint,
      statusCode: null,
      headers: null,
      body: null,
      lockedUntil,
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
        set: fresh,
        setWhere: sql`${lte(idempotencyKeys.expiresAt, sql`now()`)} or ${isDead}`,
      })
      .returning({ key: idempotencyKeys.key });
    if (taken.length > 0) return { kind: 'first', request: firstRequest(accountId, key, lockedUntil) };

    const [row] = await orm.select().from(idempotencyKeys).where(isRow(accountId, key));
    // Forgotten between the two statements.
    if (row === undefined) return begin(accountId, key, fingerprint);
    if (row.requestHash !== fingerprint) return { kind: 'different' };
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

  const firstRequest = (accountId: string, key: string, lockedUntil: Date): FirstRequest => {
    // A request whose key was taken over has nothing to say any more.
    const isMine = and(isRow(accountId, key), eq(idempotencyKeys.lockedUntil, lockedUntil));
    return {
      save: async ({ statusCode, headers, body }) => {
        const sealed = keyRing.encrypt(new TextEncoder().encode(body), purposeOf(accountId, key));
        const answer = { statusCode, headers, body: Buffer.from(sealed).toString('base64') };
        await orm.update(idempotencyKeys).set(answer).where(isMine);
      },
      forget: async () => {
        await orm.delete(idempotencyKeys).where(isMine);
      },
    };
  };

  return {
    begin,
    sweep: async () => {
      const isOver = lte(idempotencyKeys.expiresAt, sql`now()`);
      const swept = await orm.delete(idempotencyKeys).where(isOver).returning({ key: idempotencyKeys.key });
      return swept.length;
    },
  };
}

const purposeOf = (accountId: string, key: string): string => `answer to ${accountId} ${key}`;
