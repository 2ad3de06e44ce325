import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/**
 * `grant`: credits that were bought or given; `charge`: an avatar; `seat`: the first avatar for a seat; `expiry`:
 * what was left of a grant when its time had come; `refund`: of a charge for pictures that got lost.
 */
export type LedgerKind = 'grant' | 'charge' | 'seat' | 'expiry' | 'refund';

/** Append-only: a balance is the sum of its rows, and no row is ever changed (the database refuses it). */
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
    /** Sum of the account's credits up to and with this row. Rows of an account are written one after the other. */
    balance: integer('balance').notNull(),
    /** What was charged for. An avatar is charged for once, however often its job runs. */
    generationId: text('generation_id'),
    /** Who holds the seat, as the caller names it, hashed. */
    seat: text('seat'),
    /** The grant that ended, of an `expiry`. */
    grantId: bigint('grant_id', { mode: 'number' }),
    /** When granted credits can no longer be spent. */
    expiresAt: moment('expires_at'),
    createdAt: created(),
  },
  (table) => [
    index('ledger_account').on(table.accountId, table.id),
    // Grants whose time has come, which every reservation looks for.
    index('ledger_expiring')
      .on(table.accountId, table.expiresAt)
      .where(sql`expires_at is not null`),
    uniqueIndex('ledger_generation').on(table.generationId),
    uniqueIndex('ledger_expiry').on(table.grantId),
    uniqueIndex('ledger_seat')
      .on(table.accountId, table.seat)
      .where(sql`kind = 'seat'`),
  ],
);

/** What running generations may still cost: held back from the balance until they are charged or released. */
export const reservations = pgTable(
  'reservations',
  {
    generationId: text('generation_id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credits: integer('credits').notNull(),
    /** Hashed as in the ledger; null unless the account pays by seats. */
    seat: text('seat'),
    createdAt: created(),
    /** Last sign of life of the request that holds it; null in rows of a server that gave none. */
    heartbeatAt: moment('heartbeat_at'),
  },
  (table) => [index('reservations_account').on(table.accountId)],
);
