import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/** `grant`: credits that were bought or given; `charge`: an avatar; `seat`: the first avatar for a seat. */
export type LedgerKind = 'grant' | 'charge' | 'seat';

/** Append-only: a balance is the sum of its rows, and no row is ever changed. */
export const ledger = pgTable(
  'ledger',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<LedgerKind>().notNull(),
    /** Credits added, or with a minus taken. */
    credits: integer('credits').notNull(),
    /** What was charged for. An avatar is charged for once, however often its job runs. */
    generationId: text('generation_id'),
    /** Who holds the seat, as the caller names it, hashed. */
    seat: text('seat'),
    /** When granted credits can no longer be spent. */
    expiresAt: moment('expires_at'),
    createdAt: created(),
  },
  (table) => [
    index('ledger_account').on(table.accountId, table.id),
    uniqueIndex('ledger_generation').on(table.generationId),
    uniqueIndex('ledger_seat')
      .on(table.accountId, table.seat)
      .where(sql`kind = 'seat'`),
  ],
);
