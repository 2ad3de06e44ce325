import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { created, moment } from './columns.js';

/** What an account's operator may set; everything has a default of the server's. */
export interface AccountSettings {
  /** Least likeness by context, each in [0, 1]. */
  readonly minLikeness?: Readonly<Partial<Record<'professional' | 'social' | 'gaming', number>>>;
  /** Least face coverage, in [0, 1]. */
  readonly minFaceCoverage?: number;
  readonly coveragePolicy?: 'reject' | 'warn';
  /** Style tokens that requests may name. Default: all. */
  readonly allowedStyles?: readonly string[];
  /** Requests a minute for endpoints that make avatars. */
  readonly requestsPerMinute?: number;
  /** Requests a minute for everything else. Default: the server's. */
  readonly readsPerMinute?: number;
  /** Jobs of the account that are begun in one turn, where several accounts wait. Default: 1. */
  readonly jobsPerTurn?: number;
  /** Jobs that may wait at once. Default: the server's. */
  readonly maxQueuedJobs?: number;
  /** Example pictures that a style of the account's own needs at least, 8 to 200. Default: the server's. */
  readonly minStyleExamples?: number;
  /** `credits`: a charge for every delivered avatar that passed; `seats`: once for every seat; `none`: nothing. */
  readonly billing?: 'credits' | 'seats' | 'none';
  /** Seats that are paid for, with `billing: 'seats'`. */
  readonly seats?: number;
}

/** One tenant. Every other row names the account that it belongs to. */
export const accounts = pgTable('accounts', {
  /** `acc_…` */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  settings: jsonb('settings').$type<AccountSettings>().notNull().default({}),
  /** Signs the account's webhooks: `whsec_…`, encrypted with the server's key, in base64. */
  webhookSecret: text('webhook_secret'),
  /** The one before it, which signs too until `previousWebhookSecretEnds`, so that receivers can change in their own time. */
  previousWebhookSecret: text('previous_webhook_secret'),
  previousWebhookSecretEnds: moment('previous_webhook_secret_ends'),
  createdAt: created(),
});

/**
 * What a key may be used for. `read`: see results and figures; `create`: make avatars, check photos, choose, cancel;
 * `manage`: delete, erase, and settings of webhooks.
 */
export const KEY_SCOPES = ['read', 'create', 'manage'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Keys are stored as hashes; the prefix is there to recognise one in a list. */
export const apiKeys = pgTable(
  'api_keys',
  {
    /** Hex SHA-256 of the whole key. */
    hash: text('hash').primaryKey(),
    /** First characters of the key. */
    prefix: text('prefix').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: created(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    /** Null: never. */
    expiresAt: moment('expires_at'),
    /** What it may be used for. Null: everything. */
    scopes: jsonb('scopes').$type<readonly KeyScope[]>(),
  },
  (table) => [index('api_keys_account').on(table.accountId)],
);
