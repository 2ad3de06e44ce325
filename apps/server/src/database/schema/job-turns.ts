import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { moment } from './columns.js';

/** When an account's jobs had their turn: whoever waits for the longest time is the next. */
export const jobTurns = pgTable('job_turns', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  turnAt: moment('turn_at').notNull(),
  /** Jobs that were taken in the turn that runs; a turn has as many as the account's weight. */
  taken: integer('taken').notNull(),
});
