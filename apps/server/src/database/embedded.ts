import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { ConfigError } from '../config/config-error.js';
import { usableFolder } from '../config/usable-folder.js';
import type { Database, Orm } from './database.js';
import { lockDirectory } from './directory-lock.js';
import { migrationsFolder } from './migrate.js';
import * as schema from './schema/index.js';

/** Segments of the log that are done with are deleted and not written over some day. */
const SCRUB = [
  'set wal_recycle = off',
  'vacuum full',
  'checkpoint',
  'select pg_switch_wal()',
  'checkpoint',
] as const;

/**
 * PostgreSQL inside this process, its files in the data directory. One process at a time may have it open.
 * @param dataDir `memory:` for a database that is gone with the process, for tests
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const inMemory = dataDir === 'memory:';
  if (!inMemory) usableFolder(dataDir, 'AVATAR_DATA_DIR');
  const unlock = inMemory ? undefined : await lockDirectory(dataDir);
  const client = inMemory ? await PGlite.create() : await openFiles(join(dataDir, 'database'));
  const drizzled = drizzle(client, { schema });
  await migrate(drizzled, { migrationsFolder });
  const orm = drizzled as unknown as Orm;
  return {
    kind: 'embedded',
    orm,
    transaction: (work) => orm.transaction(work),
    query: async (text, values = []) => {
      if (values.length > 0) return client.query<Record<string, unknown>>(text, [...values]);
      // `query` takes one statement only.
      const results = await client.exec(text);
      return { rows: results.at(-1)?.rows ?? [] };
    },
    listen: async (channel, onMessage) => {
      const stop = await client.listen(channel, onMessage);
      return () => stop();
    },
    notify: async (channel, payload) => {
      await client.query('select pg_notify($1, $2)', [channel, payload]);
    },
    scrub: async () => {
      if (!inMemory) for (const statement of SCRUB) await client.exec(statement);
    },
    ping: async () => {
      await client.query('select 1');
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await unlock?.();
    },
  };
}

/** @throws ConfigError when the files are not those of a database that this server can open */
async function openFiles(directory: string): Promise<PGlite> {
  usableFolder(directory, 'AVATAR_DATA_DIR');
  try {
    return await PGlite.create({ dataDir: directory });
  } catch {
    throw new ConfigError([
      `AVATAR_DATA_DIR: the embedded database in ${directory} is damaged, or of another version; put back a copy of the ` +
        'data directory, or move this folder away to begin anew',
    ]);
  }
}
