import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

type Json = Readonly<Record<string, unknown>>;

/** Messages about one avatar, under a name that the caller chose. It belongs to a key, and no other key finds it. */
export const conversations = pgTable(
  'conversations',
  {
    /** `cnv_…` */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Hex SHA-256 of the key. */
    keyHash: text('key_hash').notNull(),
    /** `session_id` of the caller. */
    name: text('name').notNull(),
    /** Recipe, character, what was before, what was asked; with the version of its form. No pictures. */
    state: jsonb('state').$type<Json>().notNull(),
    /** The caller's own name for the person, for their erasure. */
    reference: text('reference'),
    createdAt: created(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('conversations_name').on(table.accountId, table.keyHash, table.name),
    index('conversations_reference')
      .on(table.accountId, table.reference)
      .where(sql`reference is not null`),
    // What has had its time.
    index('conversations_updated').on(table.updatedAt),
  ],
);

/** A message and its answer. Pictures are named and not held. */
export const conversationTurns = pgTable(
  'conversation_turns',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** `tsk_…`: a turn whose commit was not heard of is not written down again. Null in those of earlier versions. */
    taskId: text('task_id').unique(),
    prompt: text('prompt').notNull(),
    answer: text('answer').notNull(),
    /** Of every picture: its object and until when it is kept. */
    pictures: jsonb('pictures').$type<readonly Json[]>().notNull(),
    createdAt: created(),
  },
  (table) => [index('conversation_turns_of').on(table.conversationId, table.id)],
);

/** A picture of a message that has no answer yet: what was charged for it is given back if it never gets one. */
export const unansweredPictures = pgTable(
  'unanswered_pictures',
  {
    /** `avt_…` */
    generationId: text('generation_id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Charged for a drawing; null where a generation has them itself. */
    credits: integer('credits'),
    createdAt: created(),
  },
  (table) => [index('unanswered_pictures_created').on(table.createdAt)],
);
