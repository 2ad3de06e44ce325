import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Database, Orm } from './database.js';
import { MIGRATION_LOCK, migrationsFolder } from './migrate.js';
import { PostgresListener } from './postgres-listener.js';
import * as schema from './schema/index.js';

/** A PostgreSQL server, shared with any number of other processes. */
export async function openPostgres(connectionString: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: poolSize, application_name: 'avatar-server' });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  await bringUpToDate(pool);
  const orm = drizzle(pool, { schema }) as unknown as Orm;
  const listener = new PostgresListener(connectionString);
  return {
    kind: 'postgres',
    orm,
    transaction: (work) => orm.transaction(work),
    query: async (text, values) => {
      const result: unknown = await pool.query(text, values && [...values]);
      // Several statements at once give a list of results.
      const last = Array.isArray(result) ? (result.at(-1) as unknown) : result;
      return { rows: (last as { rows?: Record<string, unknown>[] }).rows ?? [] };
    },
    listen: (channel, onMessage) => listener.listen(channel, onMessage),
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    ping: async () => {
      await pool.query('select 1');
    },
    [Symbol.asyncDispose]: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** Processes that start together wait for each other. */
async function bringUpToDate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}
