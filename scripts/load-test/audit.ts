import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../apps/server/src/database/index.js';

export interface Audit {
  /** References with more than one avatar that was made and charged. */
  readonly doubled: number;
  /** References of requests that arrived, without an avatar in the database. */
  readonly lost: number;
  /** Generations that have not ended. */
  readonly unfinished: number;
  /** Avatars that passed and were delivered by the records, and charges in the ledger. */
  readonly chargeable: number;
  readonly charged: number;
  readonly creditsSpent: number;
  readonly reservations: number;
  /** Objects in the local store that no row knows, and rows whose object is not there. */
  readonly strays: number;
  /** Photos of jobs that should be gone. */
  readonly queuedPhotos: number;
  /** Mean bytes of an avatar with its preview. */
  readonly bytesPerAvatar: number;
}

/** Looks into the database when everything has stopped. */
export async function audit(
  dataDir: string,
  url: string | undefined,
  delivered: ReadonlyMap<string, string>,
): Promise<Audit> {
  await using database = await openDatabase({ dataDir, database: { url, poolSize: 2 } });
  const number = async (text: string): Promise<number> => Number((await database.query(text)).rows[0]['n']);
  const { rows } = await database.query(
    `select request->>'reference' as reference, count(*)::int as n from generations
     where status = 'succeeded' group by 1`,
  );
  const made = new Map(rows.map((row) => [String(row['reference']), Number(row['n'])]));
  return {
    doubled: [...made.values()].filter((count) => count > 1).length,
    lost: [...delivered.keys()].filter((reference) => !made.has(reference)).length,
    unfinished: await number(`select count(*) n from generations where status in ('queued', 'running')`),
    chargeable: await number(`select count(*) n from generations where credits_charged > 0`),
    charged: await number(`select count(*) n from ledger where kind = 'charge'`),
    creditsSpent: await number(`select coalesce(-sum(credits), 0) n from ledger where kind <> 'grant'`),
    reservations: await number('select count(*) n from reservations'),
    strays: await strays(dataDir, (await database.query('select key from stored_objects')).rows),
    queuedPhotos: await number(`select count(*) n from stored_objects where kind = 'queued'`),
    bytesPerAvatar: await number(
      `select coalesce(avg(bytes), 0) n from (select sum(size_bytes) bytes from stored_objects
       where kind in ('output', 'thumbnail') group by generation_id) sums`,
    ),
  };
}

async function strays(dataDir: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<number> {
  const known = new Set(rows.map(({ key }) => String(key)));
  const entries = await readdir(join(dataDir, 'objects'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.partial'));
  const unknown = files.filter(({ name }) => !known.has(name)).length;
  return unknown + (known.size - (files.length - unknown));
}
