import { createHash } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';
import { lockAccount } from './account-lock.js';
import { expireCredits } from './credit-expiry.js';
import { HeldReservations, releaseStale, SIGN_OF_LIFE } from './held-reservations.js';
import { appendRow, ledgerBalance, reservedCredits } from './ledger-rows.js';

const { ledger, reservations } = schema;

export interface ReservationRequest {
  readonly accountId: string;
  readonly generationId: string;
  /** What a delivery will cost, with `billing: 'credits'`. */
  readonly credits: number;
  /**
   * Whom the avatar is for, in the caller's own words, with `billing: 'seats'`. Default: the generation, so a seat of
   * its own.
   */
  readonly seat?: string | undefined;
  /** Whether it is for a person, with `billing: 'seats'`; what is not costs nothing there. Default: true. */
  readonly takesSeat?: boolean;
}

export type ReservationResult =
  | { readonly granted: true }
  | { readonly granted: false; readonly reason: 'insufficient-credits' | 'no-free-seat' };

export interface Balance {
  readonly billing: 'credits' | 'seats' | 'none';
  /** That can be spent now. */
  readonly credits: number;
  /** That running generations hold. */
  readonly reservedCredits: number;
  readonly seats: number;
  readonly usedSeats: number;
}

/**
 * Pay for what is delivered, and never more than there is. A generation reserves before it costs anything, and is
 * either charged, together with its result, or released. Both can be repeated: a job that runs twice is charged once.
 */
export interface Billing {
  readonly reserve: (request: ReservationRequest) => Promise<ReservationResult>;
  /**
   * Call it in the transaction that writes the result, so that there is never one without the other.
   * @returns credits charged for this generation, now or before
   */
  readonly charge: (transaction: Orm, generationId: string) => Promise<number>;
  /** Gives back what was reserved, for what failed, was cancelled, or did not pass. */
  readonly release: (orm: Orm, generationId: string) => Promise<void>;
  /** Gives back credits that were charged, in a transaction of the caller's that does so once. */
  readonly refund: (transaction: Orm, accountId: string, credits: number) => Promise<void>;
  /** Adds credits, which can be spent until `expiresAt`. */
  readonly grant: (accountId: string, credits: number, expiresAt?: Date) => Promise<void>;
  readonly balance: (accountId: string) => Promise<Balance>;
  /** A sign of life for what requests of this process hold until their generation is written. */
  readonly beat: () => Promise<void>;
  /**
   * Releases what generations that have ended still hold, after a crash, and what requests held whose process has
   * given no sign of life since.
   * @param silenceMs without a sign of life for so long, a process is taken for dead; 0 where none can be alive
   * @returns how many
   */
  readonly releaseStale: (silenceMs: number) => Promise<number>;
}

export function createBilling(database: Database, now: () => Date = () => new Date()): Billing {
  const inAccount = <T>(
    accountId: string,
    work: (transaction: Orm, settings: schema.AccountSettings) => Promise<T>,
    options?: { readonly once: boolean },
  ): Promise<T> =>
    database.transaction(async (transaction) => {
      const settings = await lockAccount(transaction, accountId);
      if (settings === undefined) throw new Error('The account is gone');
      return work(transaction, settings);
    }, options);

  const held = new HeldReservations(database.orm);

  const hold = (request: ReservationRequest): Promise<ReservationResult> =>
    inAccount(request.accountId, async (transaction, { billing = 'none', seats = 0 }) => {
      if (billing === 'none') return { granted: true };
      if (billing === 'seats' && request.takesSeat === false) return { granted: true };
      if (billing === 'seats') return reserveSeat(transaction, request, seats);
      const spendable = await spendableCredits(transaction, request.accountId, now());
      if (spendable < request.credits) return { granted: false, reason: 'insufficient-credits' };
      const { accountId, generationId, credits } = request;
      await transaction
        .insert(reservations)
        .values({ accountId, generationId, credits, heartbeatAt: SIGN_OF_LIFE })
        .onConflictDoNothing();
      return { granted: true };
    });

  return {
    reserve: async (request) => {
      const reserved = await hold(request);
      // Behind the commit: signs of life are for rows that are there.
      if (reserved.granted) held.hold(request.generationId);
      return reserved;
    },
    charge,
    release: async (orm, generationId) => {
      // First: when the database is away, it is given back like that of a process that is gone.
      held.letGo(generationId);
      await orm.delete(reservations).where(eq(reservations.generationId, generationId));
    },
    refund: async (transaction, accountId, credits) => {
      await lockAccount(transaction, accountId);
      await appendRow(transaction, { accountId, kind: 'refund', credits });
    },
    grant: (accountId, credits, expiresAt) =>
      inAccount(
        accountId,
        async (transaction) => {
          if (!Number.isInteger(credits) || credits < 1)
            throw new RangeError(`Expected a whole number of credits above 0, received ${credits}`);
          await appendRow(transaction, { accountId, kind: 'grant', credits, expiresAt: expiresAt ?? null });
        },
        // Twice would be twice as many: the operator looks at the balance.
        { once: true },
      ),
    balance: (accountId) =>
      inAccount(accountId, async (transaction, { billing = 'none', seats = 0 }) => ({
        billing,
        credits: await spendableCredits(transaction, accountId, now()),
        reservedCredits: await reservedCredits(transaction, accountId),
        seats,
        usedSeats: (await takenSeats(transaction, accountId)).size,
      })),
    beat: () => held.beat(),
    releaseStale: (silenceMs) => releaseStale(database.orm, silenceMs),
  };
}

async function spendableCredits(transaction: Orm, accountId: string, now: Date): Promise<number> {
  const reserved = await reservedCredits(transaction, accountId);
  const expired = await expireCredits(transaction, accountId, reserved, now);
  // What has expired is what was reserved first: charges take from the grant that ends first.
  return (await ledgerBalance(transaction, accountId)) - Math.max(reserved, expired);
}

async function reserveSeat(
  transaction: Orm,
  { accountId, generationId, seat = generationId }: ReservationRequest,
  seats: number,
): Promise<ReservationResult> {
  const hash = createHash('sha256').update(`${accountId}\n${seat}`).digest('hex');
  const taken = await takenSeats(transaction, accountId);
  if (!taken.has(hash) && taken.size >= seats) return { granted: false, reason: 'no-free-seat' };
  await transaction
    .insert(reservations)
    .values({ accountId, generationId, credits: 0, seat: hash, heartbeatAt: SIGN_OF_LIFE })
    .onConflictDoNothing();
  return { granted: true };
}

/** Seats that are paid for, and those that running generations hold. */
async function takenSeats(orm: Orm, accountId: string): Promise<Set<string>> {
  const paid = await orm
    .select({ seat: ledger.seat })
    .from(ledger)
    .where(and(eq(ledger.accountId, accountId), eq(ledger.kind, 'seat')));
  const held = await orm
    .select({ seat: reservations.seat })
    .from(reservations)
    .where(and(eq(reservations.accountId, accountId), isNotNull(reservations.seat)));
  return new Set([...paid, ...held].flatMap(({ seat }) => (seat === null ? [] : [seat])));
}

async function charge(transaction: Orm, generationId: string): Promise<number> {
  const isHeld = eq(reservations.generationId, generationId);
  const [seen] = await transaction.select().from(reservations).where(isHeld);
  // The account is locked before its reservations, here as in `reserve`: the other way round two could wait for each other.
  if (seen !== undefined) await lockAccount(transaction, seen.accountId);
  const [held] = await transaction.delete(reservations).where(isHeld).returning();
  if (held === undefined) return chargedBefore(transaction, generationId);
  const { accountId, credits, seat } = held;
  if (seat === null) {
    const row = { accountId, kind: 'charge', credits: -credits, generationId } as const;
    return (await appendRow(transaction, row)) ? credits : chargedBefore(transaction, generationId);
  }
  await appendRow(transaction, { accountId, kind: 'seat', credits: 0, generationId, seat });
  return 0;
}

async function chargedBefore(orm: Orm, generationId: string): Promise<number> {
  const [row] = await orm
    .select({ credits: ledger.credits })
    .from(ledger)
    .where(eq(ledger.generationId, generationId));
  return row === undefined ? 0 : -row.credits;
}
