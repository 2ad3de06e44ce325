import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/** Answers to requests that came with an `Idempotency-Key`, to be given again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** Hex SHA-256 of method, path and body: the same key with another request is refused. */
    requestHash: text('request_hash').notNull(),
    /** Null while the first request runs. */
    statusCode: integer('status_code'),
    headers: jsonb('headers').$type<Readonly<Record<string, string>>>(),
    /** Encrypted with the server's key, in base64: an answer may hold a picture. */
    body: text('body'),
    /** Names the first request, so that only it writes the answer. */
    owner: text('owner').notNull(),
    /** What the first request made, written in the transaction that made it: `avt_…` or `bat_…`. */
    boundTo: text('bound_to'),
    /**
     * Renewed while the first request runs. A key without an answer whose time ran out may be taken over: its process
     * died.
     */
    lockedUntil: moment('locked_until'),
    createdAt: created(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.key] }),
    index('idempotency_expiry').on(table.expiresAt),
    index('idempotency_bound')
      .on(table.boundTo)
      .where(sql`bound_to is not null`),
  ],
);
