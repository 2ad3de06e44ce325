import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/**
 * `input`: a photo that the caller asked to keep; `queued`: the photo of a job that has not ended; `output`: an avatar;
 * `thumbnail`: its preview;
 * `preview`: somebody in a style of the account's own, as long as there is the style.
 */
export type ObjectKind = 'input' | 'queued' | 'output' | 'thumbnail' | 'preview';

/** What lies in storage. The row is written before the object and deleted after it, so no object is without a row. */
export const storedObjects = pgTable(
  'stored_objects',
  {
    /** Key in the storage, also the public id of cached inputs: `inp_…`. */
    key: text('key').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ObjectKind>().notNull(),
    /** The avatar or the job that the object belongs to. */
    generationId: text('generation_id'),
    /** The series that a kept photo belongs to. The column has its first name. */
    series: text('session_id'),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    createdAt: created(),
    /** Null: until its job ends, or its style is deleted. */
    expiresAt: moment('expires_at'),
  },
  (table) => [
    index('stored_objects_expiry').on(table.expiresAt),
    index('stored_objects_queued')
      .on(table.createdAt)
      .where(sql`kind = 'queued'`),
    index('stored_objects_generation').on(table.generationId),
    index('stored_objects_session').on(table.accountId, table.series),
  ],
);
