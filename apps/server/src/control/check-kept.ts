import { asc, gt, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import type { KeyRing, ObjectArchive } from '../storage/index.js';
import { openedWebhookSecret } from '../webhooks/webhook-secret.js';

const { accounts, storedObjects } = schema;

export interface CheckParts {
  readonly database: Database;
  readonly archive: Pick<ObjectArchive, 'read'>;
  readonly keyRing: KeyRing;
}

export interface KeptReport {
  readonly accounts: number;
  readonly ledgerRows: number;
  readonly generations: number;
  /** That were read and, where they are encrypted, opened. */
  readonly objects: number;
  /** What is not as it should be, by id. None: everything is there. */
  readonly problems: readonly string[];
}

const STEP = 200;

/**
 * Whether database, objects and keys belong together, as after a restore: books that add up, secrets that open, and
 * objects that are there and open too.
 * @param maxObjects at most so many are read
 */
export async function checkKept(parts: CheckParts, maxObjects: number): Promise<KeptReport> {
  const { database } = parts;
  const problems = [...(await wrongBooks(database)), ...(await closedSecrets(parts))];
  const objects = await readObjects(parts, maxObjects, problems);
  const { rows } = await database.query(
    `select (select count(*)::int from accounts) as accounts, (select count(*)::int from ledger) as ledger,
      (select count(*)::int from generations) as generations`,
  );
  const [counts] = rows;
  return {
    accounts: Number(counts.accounts),
    ledgerRows: Number(counts.ledger),
    generations: Number(counts.generations),
    objects,
    problems,
  };
}

/** Accounts whose last balance is not the sum of their rows. */
async function wrongBooks(database: Database): Promise<string[]> {
  const { rows } = await database.query(
    `select account_id from ledger group by account_id
      having sum(credits) <> (array_agg(balance order by id desc))[1]`,
  );
  return rows.map(({ account_id }) => `the ledger of ${String(account_id)} does not add up`);
}

async function closedSecrets({ database, keyRing }: CheckParts): Promise<string[]> {
  const rows = await database.orm
    .select({ id: accounts.id, current: accounts.webhookSecret, previous: accounts.previousWebhookSecret })
    .from(accounts);
  return rows.flatMap(({ id, current, previous }) =>
    [current, previous].every((sealed) => sealed === null || opens(keyRing, id, sealed))
      ? []
      : [`the webhook secret of ${id} does not open with the keys that are set`],
  );
}

function opens(keyRing: KeyRing, accountId: string, sealed: string): boolean {
  try {
    openedWebhookSecret(keyRing, accountId, sealed);
    return true;
  } catch {
    return false;
  }
}

/** A few at a time, in the order of their ids. */
async function readObjects(
  { database, archive }: CheckParts,
  maxObjects: number,
  problems: string[],
): Promise<number> {
  const isAlive = sql`(${storedObjects.expiresAt} is null or ${storedObjects.expiresAt} > now())`;
  let read = 0;
  for (let last = ''; read < maxObjects;) {
    const rows = await database.orm
      .select({ key: storedObjects.key, accountId: storedObjects.accountId })
      .from(storedObjects)
      .where(sql`${gt(storedObjects.key, last)} and ${isAlive}`)
      .orderBy(asc(storedObjects.key))
      .limit(Math.min(STEP, maxObjects - read));
    if (rows.length === 0) break;
    for (const { key, accountId } of rows) {
      const found = await archive.read(accountId, key).catch(() => 'closed' as const);
      if (found === undefined) problems.push(`${key} is not in the store`);
      if (found === 'closed') problems.push(`${key} does not open with the keys that are set`);
    }
    read += rows.length;
    last = rows[rows.length - 1].key;
  }
  return read;
}
