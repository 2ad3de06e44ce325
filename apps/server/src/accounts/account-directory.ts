import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { newWebhookSecret, openedWebhookSecret, sealedWebhookSecret } from '../webhooks/webhook-secret.js';
import { hashOfKey, newApiKey } from './api-key.js';

const { accounts, apiKeys, rateWindows } = schema;

/** The tenant that a request belongs to. */
export interface Account {
  /** `acc_…` */
  readonly id: string;
  readonly name: string;
  readonly settings: schema.AccountSettings;
}

export interface ListedKey {
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface AccountDirectory {
  /** The secret of its webhooks is in the answer, and nowhere else in the clear. */
  readonly create: (
    name: string,
    settings?: schema.AccountSettings,
  ) => Promise<{ readonly account: Account; readonly webhookSecret: string }>;
  /**
   * Makes a new secret for the account's webhooks; the old one signs nothing any more. @returns it, or undefined
   * without such an account
   */
  readonly renewWebhookSecret: (accountId: string) => Promise<string | undefined>;
  /** Encrypts all webhook secrets anew with the first key, so that the others can be taken away. @returns how many */
  readonly rotateSecrets: () => Promise<number>;
  readonly list: () => Promise<readonly Account[]>;
  readonly find: (accountId: string) => Promise<Account | undefined>;
  readonly changeSettings: (accountId: string, settings: schema.AccountSettings) => Promise<boolean>;
  /** Removes the account and every row of it. Objects in the storage are removed before. */
  readonly remove: (accountId: string) => Promise<boolean>;
  /** @returns the key, which cannot be shown again */
  readonly createKey: (accountId: string) => Promise<string>;
  readonly listKeys: (accountId: string) => Promise<readonly ListedKey[]>;
  /** @param prefix of the key, as it is listed, or the whole key. Works from the next request on. */
  readonly revokeKey: (prefix: string) => Promise<boolean>;
  /** Undefined for a key that nobody has, or that was revoked. */
  readonly authenticate: (key: string) => Promise<Account | undefined>;
}

/** The last use of a key is written down once a minute, not with every request. */
const usedLongAgo = sql`(${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute')`;

/** Accounts and their keys, in the database. */
export function createAccountDirectory({ orm }: Database, keyRing: KeyRing): AccountDirectory {
  const accountColumns = { id: accounts.id, name: accounts.name, settings: accounts.settings };

  return {
    create: async (name, settings = {}) => {
      const id = `acc_${randomUUID().replaceAll('-', '')}`;
      const webhookSecret = newWebhookSecret();
      const sealed = sealedWebhookSecret(keyRing, id, webhookSecret);
      await orm.insert(accounts).values({ id, name, settings, webhookSecret: sealed });
      return { account: { id, name, settings }, webhookSecret };
    },
    renewWebhookSecret: async (accountId) => {
      const secret = newWebhookSecret();
      const changed = await orm
        .update(accounts)
        .set({ webhookSecret: sealedWebhookSecret(keyRing, accountId, secret) })
        .where(eq(accounts.id, accountId))
        .returning({ id: accounts.id });
      return changed.length > 0 ? secret : undefined;
    },
    rotateSecrets: async () => {
      const rows = await orm.select({ id: accounts.id, sealed: accounts.webhookSecret }).from(accounts);
      let count = 0;
      for (const { id, sealed } of rows) {
        if (sealed === null) continue;
        const secret = openedWebhookSecret(keyRing, id, sealed);
        // Not over one that was made anew meanwhile.
        await orm
          .update(accounts)
          .set({ webhookSecret: sealedWebhookSecret(keyRing, id, secret) })
          .where(and(eq(accounts.id, id), eq(accounts.webhookSecret, sealed)));
        count++;
      }
      return count;
    },
    list: () => orm.select(accountColumns).from(accounts).orderBy(asc(accounts.createdAt)),
    find: async (accountId) =>
      (await orm.select(accountColumns).from(accounts).where(eq(accounts.id, accountId)))[0],
    changeSettings: async (accountId, settings) =>
      (
        await orm
          .update(accounts)
          .set({ settings })
          .where(eq(accounts.id, accountId))
          .returning({ id: accounts.id })
      ).length > 0,
    remove: async (accountId) => {
      await orm.delete(rateWindows).where(eq(rateWindows.key, accountId));
      const removed = await orm
        .delete(accounts)
        .where(eq(accounts.id, accountId))
        .returning({ id: accounts.id });
      return removed.length > 0;
    },
    createKey: async (accountId) => {
      const { secret, hash, prefix } = newApiKey();
      await orm.insert(apiKeys).values({ hash, prefix, accountId });
      return secret;
    },
    listKeys: (accountId) =>
      orm
        .select({
          prefix: apiKeys.prefix,
          createdAt: apiKeys.createdAt,
          lastUsedAt: apiKeys.lastUsedAt,
          revokedAt: apiKeys.revokedAt,
        })
        .from(apiKeys)
        .where(eq(apiKeys.accountId, accountId))
        .orderBy(asc(apiKeys.createdAt)),
    revokeKey: async (prefix) => {
      const named = or(eq(apiKeys.prefix, prefix), eq(apiKeys.hash, hashOfKey(prefix)));
      const revoked = await orm
        .update(apiKeys)
        .set({ revokedAt: new Date() })
        .where(and(named, isNull(apiKeys.revokedAt)))
        .returning({ hash: apiKeys.hash });
      return revoked.length > 0;
    },
    // The same work for every key, known or not: one hash, one look-up by the hash. What the index compares is the
    // hash, which
    // tells nothing about how to come nearer to a key.
    authenticate: async (key) => {
      const hash = hashOfKey(key);
      const [found] = await orm
        .select({ account: accountColumns, isLongAgo: sql<boolean>`${usedLongAgo}` })
        .from(apiKeys)
        .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
        .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
      if (found?.isLongAgo)
        await orm
          .update(apiKeys)
          .set({ lastUsedAt: sql`now()` })
          .where(eq(apiKeys.hash, hash));
      return found?.account;
    },
  };
}
