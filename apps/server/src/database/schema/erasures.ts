import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { created } from './columns.js';

export type ErasureScope = 'account' | 'person';

/** Receipts of what was erased. They outlive the account, so they name nobody. */
export const erasures = pgTable('erasures', {
  /** `era_…` */
  id: text('id').primaryKey(),
  scope: text('scope').$type<ErasureScope>().notNull(),
  /**
   * Hex SHA-256 of the account, and for a person of the account and its reference, so that whoever knows them can
   * find it.
   */
  subjectHash: text('subject_hash').notNull(),
  removed: jsonb('removed').$type<Readonly<Record<string, number>>>().notNull(),
  createdAt: created(),
});
