import { createHash } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';

const { accounts, auditLog } = schema;

export interface AuditNote {
  readonly action: schema.AuditAction;
  readonly actor: schema.AuditActor;
  readonly accountId: string;
  /** No names and no secrets: they stay when the account is erased. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface AuditEntry {
  readonly at: Date;
  readonly action: schema.AuditAction;
  readonly actor: schema.AuditActor;
  /** Undefined when the account was erased. */
  readonly accountId: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Writes down who did what, in the transaction that does it: neither is ever there alone. */
export async function noteAudit(
  transaction: Orm,
  { action, actor, accountId, facts = {} }: AuditNote,
): Promise<void> {
  await transaction.insert(auditLog).values({ action, actor, accountHash: hashOf(accountId), facts });
}

/**
 * What was done, the latest first.
 * @param accountId only to this account, also when it was erased
 */
export async function auditEntries(
  { orm }: Database,
  { accountId, limit }: { readonly accountId?: string | undefined; readonly limit: number },
): Promise<readonly AuditEntry[]> {
  const rows = await orm
    .select({ entry: auditLog, accountId: accounts.id })
    .from(auditLog)
    .leftJoin(
      accounts,
      sql`encode(sha256(convert_to(${accounts.id}, 'UTF8')), 'hex') = ${auditLog.accountHash}`,
    )
    .where(accountId === undefined ? undefined : eq(auditLog.accountHash, hashOf(accountId)))
    .orderBy(desc(auditLog.id))
    .limit(limit);
  return rows.map(({ entry, accountId: alive }) => ({
    at: entry.createdAt,
    action: entry.action,
    actor: entry.actor,
    accountId: alive ?? undefined,
    facts: entry.facts,
  }));
}

const hashOf = (accountId: string): string => createHash('sha256').update(accountId).digest('hex');
