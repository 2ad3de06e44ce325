import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';

/** Requests of an account within the current window, counted here so that all processes count together. */
export const rateWindows = pgTable(
  'rate_windows',
  {
    key: text('key').primaryKey(),
    startedAt: moment('started_at').notNull(),
    hits: integer('hits').notNull(),
  },
  (table) => [index('rate_windows_start').on(table.startedAt)],
);
