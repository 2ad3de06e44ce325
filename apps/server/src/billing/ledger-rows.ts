import { desc, eq, sql } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';

const { ledger, reservations } = schema;

type NewRow = Omit<typeof ledger.$inferInsert, 'balance' | 'id'>;

/** Sum of all credits. Read it under the account's lock to act on it. */
export async function ledgerBalance(orm: Orm, accountId: string): Promise<number> {
  const [last] = await orm
    .select({ balance: ledger.balance })
    .from(ledger)
    .where(eq(ledger.accountId, accountId))
    .orderBy(desc(ledger.id))
    .limit(1);
  return last?.balance ?? 0;
}

/**
 * Appends a row, under the account's lock.
 * @returns whether it was new: a generation, a seat and an expiry are written once
 */
export async function appendRow(transaction: Orm, row: NewRow): Promise<boolean> {
  const balance = (await ledgerBalance(transaction, row.accountId)) + row.credits;
  const written = await transaction
    .insert(ledger)
    .values({ ...row, balance })
    .onConflictDoNothing()
    .returning({ id: ledger.id });
  return written.length > 0;
}

/** Credits that running generations hold back. */
export async function reservedCredits(orm: Orm, accountId: string): Promise<number> {
  const [row] = await orm
    .select({ credits: sql<number>`coalesce(sum(${reservations.credits}), 0)::int` })
    .from(reservations)
    .where(eq(reservations.accountId, accountId));
  return row.credits;
}
