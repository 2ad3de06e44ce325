import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { noteAudit } from '../audit/index.js';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { newWebhookSecret, sealedWebhookSecret } from '../webhooks/webhook-secret.js';
import type { Account } from './account.js';
import { createApiKeys, type ApiKeys } from './api-keys.js';
import { forgetRequests } from './rate-windows.js';
import { createWebhookSecrets, type WebhookSecrets } from './webhook-secrets.js';

const { accounts } = schema;

export interface AccountDirectory extends ApiKeys, WebhookSecrets {
  /** The secret of its webhooks is in the answer, and nowhere else in the clear. */
  readonly create: (
    name: string,
    settings?: schema.AccountSettings,
  ) => Promise<{ readonly account: Account; readonly webhookSecret: string }>;
  readonly list: () => Promise<readonly Account[]>;
  readonly find: (accountId: string) => Promise<Account | undefined>;
  readonly changeSettings: (accountId: string, settings: schema.AccountSettings) => Promise<boolean>;
  /** Removes the account and every row of it. Objects in the storage are removed before. */
  readonly remove: (accountId: string) => Promise<boolean>;
}

/**
 * Accounts, their keys and the secrets of their webhooks, in the database.
 * @param actor who works with it, for the audit log
 */
export function createAccountDirectory(
  database: Database,
  keyRing: KeyRing,
  actor: schema.AuditActor,
): AccountDirectory {
  const { orm } = database;
  const accountColumns = { id: accounts.id, name: accounts.name, settings: accounts.settings };
  return {
    ...createApiKeys(database, actor),
    ...createWebhookSecrets(database, keyRing, actor),
    create: async (name, settings = {}) => {
      const id = `acc_${randomUUID().replaceAll('-', '')}`;
      const webhookSecret = newWebhookSecret();
      const sealed = sealedWebhookSecret(keyRing, id, webhookSecret);
      await database.transaction(async (transaction) => {
        const made = await transaction
          .insert(accounts)
          .values({ id, name, settings, webhookSecret: sealed })
          .onConflictDoNothing()
          .returning({ id: accounts.id });
        if (made.length > 0)
          await noteAudit(transaction, { action: 'account-created', actor, accountId: id });
      });
      return { account: { id, name, settings }, webhookSecret };
    },
    list: () => orm.select(accountColumns).from(accounts).orderBy(asc(accounts.createdAt)),
    find: async (accountId) =>
      (await orm.select(accountColumns).from(accounts).where(eq(accounts.id, accountId)))[0],
    changeSettings: (accountId, settings) =>
      database.transaction(async (transaction) => {
        const changed = await transaction
          .update(accounts)
          .set({ settings })
          .where(eq(accounts.id, accountId))
          .returning({ id: accounts.id });
        if (changed.length === 0) return false;
        await noteAudit(transaction, {
          action: 'settings-changed',
          actor,
          accountId,
          facts: { settings },
        });
        return true;
      }),
    remove: async (accountId) => {
      await forgetRequests(database, accountId);
      const removed = await orm
        .delete(accounts)
        .where(eq(accounts.id, accountId))
        .returning({ id: accounts.id });
      return removed.length > 0;
    },
  };
}
