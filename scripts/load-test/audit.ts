import type { Database } from '../../apps/server/src/database/index.js';
import type { ObjectStore } from '../../apps/server/src/storage/object-store.js';
import type { LoadAccount } from './accounts.js';
import type { Delivered } from './drive.js';

export interface Audit {
  /** References with more than one avatar that was made and charged. */
  readonly doubled: number;
  /** Answers whose avatar is not in the database, not charged as they say, or without its picture. */
  readonly wrongAnswers: number;
  /** Generations that have not ended. */
  readonly unfinished: number;
  /** Avatars that passed and were delivered by the records, and charges in the ledger. */
  readonly chargeable: number;
  readonly charged: number;
  readonly creditsSpent: number;
  /** Accounts whose balance is not what was granted without what their answers say was charged. */
  readonly wrongBalances: number;
  /** Credits held for what has ended. */
  readonly held: number;
  /** Objects in the store that no row knows, and rows whose object should be there and is not. */
  readonly strays: number;
  /** Photos of jobs that have ended. */
  readonly queuedPhotos: number;
  /** Credits held and photos kept of requests that a kill ended before they became anything, until their time. */
  readonly leftForSweep: number;
  /** Mean bytes of an avatar with its preview. */
  readonly bytesPerAvatar: number;
}

export interface Evidence {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly accounts: readonly LoadAccount[];
  readonly delivered: ReadonlyMap<string, Delivered>;
}

const HAS_GENERATION = 'exists (select 1 from generations g where g.id = o.generation_id)';
// A job's photo has no end until its job has one.
const IS_OVER = `(coalesce(expires_at <= now(), false) or (kind = 'queued' and not ${HAS_GENERATION}))`;

/** Looks at what is kept when everything has stopped. */
export async function audit({ database, store, accounts, delivered }: Evidence): Promise<Audit> {
  const number = async (text: string): Promise<number> => Number((await database.query(text)).rows[0]['n']);
  const files = new Set<string>();
  for await (const { key } of store.list('')) files.add(key.slice(key.lastIndexOf('/') + 1));
  return {
    doubled: await number(
      `select count(*) n from (select 1 from generations where status = 'succeeded'
       group by account_id, request->>'reference' having count(*) > 1) doubled`,
    ),
    wrongAnswers: await wrongAnswers(database, files, delivered),
    unfinished: await number(`select count(*) n from generations where status in ('queued', 'running')`),
    chargeable: await number(`select count(*) n from generations where credits_charged > 0`),
    charged: await number(`select count(*) n from ledger where kind = 'charge'`),
    creditsSpent: await number(`select coalesce(-sum(credits), 0) n from ledger where kind <> 'grant'`),
    wrongBalances: await wrongBalances(database, accounts, delivered),
    held: await number(`select count(*) n from reservations o where ${HAS_GENERATION}`),
    strays: await strays(database, files),
    queuedPhotos: await number(
      `select count(*) n from stored_objects o where kind = 'queued' and not ${IS_OVER}`,
    ),
    leftForSweep:
      (await number(`select count(*) n from reservations o where not ${HAS_GENERATION}`)) +
      (await number(`select count(*) n from stored_objects o where ${IS_OVER}`)),
    bytesPerAvatar: await number(
      `select coalesce(avg(bytes), 0) n from (select sum(size_bytes) bytes from stored_objects
       where kind in ('output', 'thumbnail') group by generation_id) sums`,
    ),
  };
}

async function wrongAnswers(
  database: Database,
  files: ReadonlySet<string>,
  delivered: ReadonlyMap<string, Delivered>,
): Promise<number> {
  const { rows } = await database.query(
    `select id, account_id, request->>'reference' as reference, credits_charged,
       (select key from stored_objects where generation_id = g.id and kind = 'output') as picture
     from generations g where status = 'succeeded'`,
  );
  const kept = new Map(rows.map((row) => [row['id'], row]));
  return [...delivered].filter(([reference, answer]) => {
    const row = kept.get(answer.id);
    const isRight =
      row?.['account_id'] === answer.accountId &&
      row['reference'] === reference &&
      row['credits_charged'] === answer.creditsCharged &&
      files.has(String(row['picture']));
    return !isRight;
  }).length;
}

async function wrongBalances(
  database: Database,
  accounts: readonly LoadAccount[],
  delivered: ReadonlyMap<string, Delivered>,
): Promise<number> {
  let wrong = 0;
  for (const { id, credits } of accounts) {
    const { rows } = await database.query(
      'select balance from ledger where account_id = $1 order by id desc limit 1',
      [id],
    );
    const spent = [...delivered.values()]
      .filter(({ accountId }) => accountId === id)
      .reduce((sum, { creditsCharged }) => sum + creditsCharged, 0);
    if (rows[0]?.['balance'] !== credits - spent) wrong++;
  }
  return wrong;
}

/** What has expired may have lost its file before its row. */
async function strays(database: Database, files: ReadonlySet<string>): Promise<number> {
  const { rows } = await database.query(`select key, ${IS_OVER} as is_over from stored_objects o`);
  const known = new Set(rows.map(({ key }) => String(key)));
  const missing = rows.filter((row) => row['is_over'] !== true && !files.has(String(row['key'])));
  return missing.length + [...files].filter((name) => !known.has(name)).length;
}
