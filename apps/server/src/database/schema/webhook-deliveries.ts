import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { created, moment } from './columns.js';

/** `disabled`: not sent, because the address answered 410 Gone, to this message or to an earlier one. */
export type DeliveryStatus = 'pending' | 'delivered' | 'failed' | 'disabled';

/** Messages to callers' own servers, written with the result that they tell of and sent until they arrive. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    /** `msg_…`, the same on every attempt. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    generationId: text('generation_id').notNull(),
    url: text('url').notNull(),
    eventType: text('event_type').notNull(),
    payload: jsonb('payload').$type<Readonly<Record<string, unknown>>>().notNull(),
    status: text('status').$type<DeliveryStatus>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** HTTP status of the last answer; null when there was none. */
    lastStatusCode: integer('last_status_code'),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    createdAt: created(),
    deliveredAt: moment('delivered_at'),
  },
  (table) => [
    index('webhook_deliveries_due').on(table.status, table.nextAttemptAt),
    // What an account looks through, and what goes with an erased person.
    index('webhook_deliveries_account').on(table.accountId, table.createdAt),
    index('webhook_deliveries_generation').on(table.generationId),
    // What has had its time.
    index('webhook_deliveries_created').on(table.createdAt),
  ],
);

/** Addresses that answered 410 Gone: nothing is sent there for the account until its operator allows it again. */
export const disabledWebhooks = pgTable(
  'disabled_webhooks',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    url: text('url').notNull(),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.url] })],
);
