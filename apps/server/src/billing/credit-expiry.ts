import { and, asc, eq, isNotNull, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { schema, type Orm } from '../database/index.js';
import { appendRow } from './ledger-rows.js';

const { ledger } = schema;

interface Lot {
  readonly grantId: number;
  readonly expiresAt: Date | null;
  left: number;
}

/**
 * Credits whose time has come and that are still in the balance. When nothing is reserved, they are taken out of it with
 * an `expiry` row each; while a generation runs they stay, because it may have been started with them.
 *
 * @returns how many are still in the balance but can no longer be spent. Call it under the account's lock.
 */
export async function expireCredits(
  transaction: Orm,
  accountId: string,
  reserved: number,
  now: Date,
): Promise<number> {
  // Accounts without expiring credits pay one look into an index for this.
  if (!(await hasDueGrants(transaction, accountId, now))) return 0;
  const lots = (await openLots(transaction, accountId)).filter(({ expiresAt }) => isDue(expiresAt, now));
  if (reserved > 0) return lots.reduce((sum, { left }) => sum + left, 0);
  for (const { grantId, left } of lots)
    await appendRow(transaction, { accountId, kind: 'expiry', credits: -left, grantId });
  return 0;
}

const isDue = (expiresAt: Date | null, now: Date): boolean => expiresAt !== null && expiresAt <= now;

async function hasDueGrants(orm: Orm, accountId: string, now: Date): Promise<boolean> {
  const closing = alias(ledger, 'closing');
  const due = await orm
    .select({ id: ledger.id })
    .from(ledger)
    .where(
      and(
        eq(ledger.accountId, accountId),
        isNotNull(ledger.expiresAt),
        lte(ledger.expiresAt, now),
        notExists(
          orm
            .select({ one: sql`1` })
            .from(closing)
            .where(eq(closing.grantId, ledger.id)),
        ),
      ),
    )
    .limit(1);
  return due.length > 0;
}

/** What is left of every grant. Charges take from the one that ends first. */
async function openLots(orm: Orm, accountId: string): Promise<Lot[]> {
  const rows = await orm.select().from(ledger).where(eq(ledger.accountId, accountId)).orderBy(asc(ledger.id));
  let lots: Lot[] = [];
  for (const row of rows) {
    if (row.kind === 'grant') lots.push({ grantId: row.id, expiresAt: row.expiresAt, left: row.credits });
    else if (row.kind === 'expiry') lots = lots.filter(({ grantId }) => grantId !== row.grantId);
    else takeFrom(lots, -row.credits);
  }
  return lots;
}

function takeFrom(lots: readonly Lot[], credits: number): void {
  const endOf = ({ expiresAt }: Lot): number => expiresAt?.getTime() ?? Infinity;
  let open = credits;
  for (const lot of [...lots].sort((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b)))) {
    const taken = Math.min(lot.left, open);
    lot.left -= taken;
    open -= taken;
  }
}
