import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { noteAudit } from '../audit/index.js';
import { schema, type Database } from '../database/index.js';
import { hashOfKey, newApiKey } from './api-key.js';
import type { Account } from './account.js';

const { accounts, apiKeys } = schema;

/** Who shows a key, and what the key may be used for. */
export interface Caller {
  readonly account: Account;
  readonly scopes: readonly schema.KeyScope[];
}

export interface KeyLimits {
  /** From then on the key is of no use. Default: never. */
  readonly expiresAt?: Date | undefined;
  /** What it may be used for. Default: everything. */
  readonly scopes?: readonly schema.KeyScope[] | undefined;
}

export interface ListedKey {
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
  /** Null: everything. */
  readonly scopes: readonly schema.KeyScope[] | null;
}

export interface ApiKeys {
  /** @returns the key, which cannot be shown again */
  readonly createKey: (accountId: string, limits?: KeyLimits) => Promise<string>;
  readonly listKeys: (accountId: string) => Promise<readonly ListedKey[]>;
  /** @param prefix of the key, as it is listed, or the whole key. Works from the next request on. */
  readonly revokeKey: (prefix: string) => Promise<boolean>;
  /** Undefined for a key that nobody has, that was revoked, or whose time is over. */
  readonly authenticate: (key: string) => Promise<Caller | undefined>;
}

/** The last use of a key is written down once a minute, not with every request. */
const usedLongAgo = sql`(${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute')`;

export function createApiKeys(database: Database, actor: schema.AuditActor): ApiKeys {
  const { orm } = database;
  return {
    createKey: async (accountId, { expiresAt, scopes } = {}) => {
      const { secret, hash, prefix } = newApiKey();
      await database.transaction(async (transaction) => {
        const made = await transaction
          .insert(apiKeys)
          .values({ hash, prefix, accountId, expiresAt: expiresAt ?? null, scopes: scopes ?? null })
          .onConflictDoNothing()
          .returning({ hash: apiKeys.hash });
        // The connection was lost behind it, and it was done again.
        if (made.length === 0) return;
        const facts = { key: prefix, ...(expiresAt && { expiresAt }), ...(scopes && { scopes }) };
        await noteAudit(transaction, { action: 'key-created', actor, accountId, facts });
      });
      return secret;
    },
    listKeys: (accountId) =>
      orm
        .select({
          prefix: apiKeys.prefix,
          createdAt: apiKeys.createdAt,
          lastUsedAt: apiKeys.lastUsedAt,
          revokedAt: apiKeys.revokedAt,
          expiresAt: apiKeys.expiresAt,
          scopes: apiKeys.scopes,
        })
        .from(apiKeys)
        .where(eq(apiKeys.accountId, accountId))
        .orderBy(asc(apiKeys.createdAt)),
    revokeKey: (prefix) =>
      database.transaction(async (transaction) => {
        const named = or(eq(apiKeys.prefix, prefix), eq(apiKeys.hash, hashOfKey(prefix)));
        const revoked = await transaction
          .update(apiKeys)
          .set({ revokedAt: new Date() })
          .where(and(named, isNull(apiKeys.revokedAt)))
          .returning({ accountId: apiKeys.accountId, key: apiKeys.prefix });
        for (const { accountId, key } of revoked)
          await noteAudit(transaction, { action: 'key-revoked', actor, accountId, facts: { key } });
        return revoked.length > 0;
      }),
    // The same work for every key, known or not: one hash, one look-up by the hash. What the index compares is the
    // hash, which tells nothing about how to come nearer to a key.
    authenticate: async (key) => {
      const hash = hashOfKey(key);
      const isInTime = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`));
      const [found] = await orm
        .select({
          account: { id: accounts.id, name: accounts.name, settings: accounts.settings },
          scopes: apiKeys.scopes,
          isLongAgo: sql<boolean>`${usedLongAgo}`,
        })
        .from(apiKeys)
        .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
        .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt), isInTime));
      if (found === undefined) return undefined;
      if (found.isLongAgo)
        await orm
          .update(apiKeys)
          .set({ lastUsedAt: sql`now()` })
          .where(eq(apiKeys.hash, hash));
      return { account: found.account, scopes: found.scopes ?? schema.KEY_SCOPES };
    },
  };
}
