import { bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { created } from './columns.js';

export type AuditAction =
  | 'account-created'
  | 'settings-changed'
  | 'key-created'
  | 'key-revoked'
  | 'webhook-secret-renewed'
  | 'account-erased'
  | 'person-erased';

/** Who did it: a command of the operator, a request of the account, or the server by itself. */
export type AuditActor = 'operator' | 'account' | 'server';

/** Who did what to keys, accounts and what they have. Append-only: the database refuses a change. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    action: text('action').$type<AuditAction>().notNull(),
    actor: text('actor').$type<AuditActor>().notNull(),
    /** Hex SHA-256 of the account's id: what is written down of an erased account names nobody. */
    accountHash: text('account_hash').notNull(),
    /** First characters of a key, number of credits, id of a receipt. No names and no secrets. */
    facts: jsonb('facts').$type<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: created(),
  },
  (table) => [index('audit_log_account').on(table.accountHash, table.id)],
);
