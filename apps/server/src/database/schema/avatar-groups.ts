import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

export type TrainingStatus = 'pending' | 'ready' | 'failed';

/** One person whom an account shows in several pictures. */
export const avatarGroups = pgTable(
  'avatar_groups',
  {
    /** 32 hexadecimal digits. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The caller's own name for the person, by which they are erased. */
    name: text('name').notNull(),
    training: text('training').$type<TrainingStatus>().notNull().default('pending'),
    /** Why the training failed, in words for the caller. */
    trainingError: text('training_error'),
    /** The person as data; null until it is known. */
    character: jsonb('character').$type<Readonly<Record<string, unknown>>>(),
    /** It was measured from photos, and goes with them. */
    isMeasured: boolean('is_measured').notNull().default(false),
    createdAt: created(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('avatar_groups_account').on(table.accountId, table.createdAt),
    index('avatar_groups_measured')
      .on(table.id)
      .where(sql`is_measured`),
  ],
);

/** One picture of a group: a drawn one, or a photo that was kept. */
export const avatarLooks = pgTable(
  'avatar_looks',
  {
    /** 32 hexadecimal digits. */
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => avatarGroups.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** `avt_…` of a picture, `inp_…` of a photo. Either may be gone. */
    imageId: text('image_id').notNull(),
    createdAt: created(),
  },
  (table) => [index('avatar_looks_group').on(table.groupId, table.createdAt)],
);
