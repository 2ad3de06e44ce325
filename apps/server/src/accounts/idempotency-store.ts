import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { schema, type Database, type Orm } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { createAnswerSeal, withdrawAnswers, type SavedAnswer } from './kept-answers.js';
import { runningRequests, type KeyTimes } from './running-requests.js';

const { idempotencyKeys } = schema;

/**
 * The first request with a key. `save`, `ended`, `forget` or `leave` has to be called when it ends; until then the key
 * is held for it.
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
  /** Keeps the answer, unless one is kept already. @param person `personBound` of whom it is about */
  readonly save: (answer: SavedAnswer, person?: string) => Promise<void>;
  /**
   * Keeps the answer in the transaction that charges for it, for what is nowhere but in its answer: there is no charge
   * without it. `save` or `ended` follows.
   * @param person `personBound` of whom it is about
   * @throws Error when the key was taken over meanwhile, and nothing may be charged
   */
  readonly saveIn: (transaction: Orm, answer: SavedAnswer, person?: string) => Promise<void>;
  /** The answer that `saveIn` kept is on its way. */
  readonly ended: () => void;
  /** Nothing was done: the key may be used again, unless it turns out that something was. */
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

type Values = PgUpdateSetSource<typeof idempotencyKeys>;

/** What is bound to something that was made goes with it. */
const aboutPerson = (person: string | undefined) =>
  person === undefined ? {} : { boundTo: sql`coalesce(${idempotencyKeys.boundTo}, ${person})` };

const KEPT_MS = 24 * 3_600_000;

/**
 * Answers by `Idempotency-Key`, for 24 hours, as Stripe keeps them: the first answer is given again whatever it was.
 * Bodies are encrypted: an answer may hold a picture. When a process dies in the middle of a request, its key is free
 * again after some seconds.
 */
export function createIdempotencyStore(
  { orm }: Database,
  keyRing: KeyRing,
  times: KeyTimes,
): IdempotencyStore {
  const isRow = (accountId: string, key: string) =>
    and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));

  const running = runningRequests(orm, times);
  const seal = createAnswerSeal(keyRing);

  const begin = async (accountId: string, key: string, fingerprint: string): Promise<IdempotentRequest> => {
    const owner = randomUUID();
    const fresh = {
      owner,
      requestHash: fingerprint,
      statusCode: null,
      headers: null,
      body: null,
      lockedUntil: running.lockEnd,
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
    const { statusCode, body } = row;
    return { kind: 'replay', answer: seal.open(accountId, key, { statusCode, headers: row.headers, body }) };
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
    const isOpen = and(isMine, isNull(idempotencyKeys.statusCode));
    const ended = async (work: PromiseLike<unknown>): Promise<void> => {
      try {
        await work;
      } finally {
        // Also when the answer could not be written: the key must not be held for a request that is over.
        running.remove(owner);
      }
    };
    const set = (values: Values) => orm.update(idempotencyKeys).set(values).where(isOpen);
    /** In a transaction of what it makes. */
    const setIn = async (transaction: Orm, values: Values) => {
      const mine = await transaction
        .update(idempotencyKeys)
        .set(values)
        .where(isMine)
        .returning({ key: idempotencyKeys.key });
      if (mine.length === 0) throw new Error('The Idempotency-Key was taken over by a repetition');
    };
    /** A commit that was not heard of may have made something, or kept its answer: the next repetition finds it. */
    const forgetUnlessMade = async () => {
      const gone = await orm
        .delete(idempotencyKeys)
        .where(and(isOpen, isNull(idempotencyKeys.boundTo)))
        .returning({ key: idempotencyKeys.key });
      if (gone.length === 0) await set({ lockedUntil: new Date() });
    };
    return {
      boundTo,
      bind: (transaction, id) => setIn(transaction, { boundTo: id }),
      leave: () => ended(set({ lockedUntil: new Date() })),
      untie: async () => {
        await set({ boundTo: null });
      },
      save: (answer, person) => ended(set({ ...seal.close(accountId, key, answer), ...aboutPerson(person) })),
      saveIn: (transaction, answer, person) =>
        setIn(transaction, { ...seal.close(accountId, key, answer), ...aboutPerson(person) }),
      ended: () => {
        running.remove(owner);
      },
      forget: () => ended(forgetUnlessMade()),
    };
  };

  return {
    begin,
    withdraw: (accountId, boundTo, instead) => withdrawAnswers(orm, seal, { accountId, boundTo, instead }),
    sweep: async () => {
      const isOver = lte(idempotencyKeys.expiresAt, sql`now()`);
      const swept = await orm.delete(idempotencyKeys).where(isOver).returning({ key: idempotencyKeys.key });
      return swept.length;
    },
  };
}
