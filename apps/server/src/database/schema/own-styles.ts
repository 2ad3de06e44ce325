import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created } from './columns.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Styles that accounts had made of example pictures. How the making of one goes is told by the generation of the same
 * id; no picture and nothing that was measured of a single one is in here.
 */
export const ownStyles = pgTable(
  'own_styles',
  {
    /** `sty_…`, also what requests name the style by. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Pictures that were given, those of them that were looked at, and how many it needs at least. */
    examples: integer('examples').notNull(),
    looked: integer('looked').notNull().default(0),
    leastExamples: integer('least_examples').notNull(),
    /** Stored objects of the pictures in the order in which they were given, and of the photo of the preview. Null when it is made. */
    pictures: jsonb('pictures').$type<readonly string[]>(),
    previewPhoto: text('preview_photo'),
    callbackUrl: text('callback_url'),
    /** Style file, report and variants. Null until it is made. */
    made: jsonb('made').$type<Json>(),
    /** Who is shown in the style, and the stored object. */
    previews: jsonb('previews').$type<readonly Json[]>().notNull().default([]),
    creditsCharged: integer('credits_charged').notNull().default(0),
    createdAt: created(),
  },
  (table) => [index('own_styles_account').on(table.accountId, table.createdAt)],
);
