import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { ConfigError } from '../config/config-error.js';
import type { Database, Orm } from './database.js';
import { eventually, TRIED_FOR } from './eventually.js';
import { isOutage } from './outage.js';
import { MIGRATION_LOCK, migrationsFolder } from './migrate.js';
import { PostgresListener } from './postgres-listener.js';
import * as schema from './schema/index.js';

const CONNECT_MS = 10_000;
const STATEMENT_MS = 60_000;

/** A PostgreSQL server, shared with any number of other processes. */
export async function openPostgres(connectionString: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: 'avatar-server',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    // Whoever waits longer for a row or a lock waits for a process that is gone.
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  await bringUpToDate(connectionString);
  retryStatements(pool);
  const orm = drizzle(pool, { schema }) as unknown as Orm;
  const listener = new PostgresListener(connectionString);
  return {
    kind: 'postgres',
    orm,
    transaction: (work, { once = false } = {}) =>
      once ? inTransaction(pool, work) : eventually(() => inTransaction(pool, work), TRIED_FOR.statementMs),
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
    // Its vacuum is its own, and its log is its operator's.
    scrub: () => Promise.resolve(),
    ping: async () => {
      await pool.query('select 1');
    },
    [Symbol.asyncDispose]: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** On a connection of its own, which goes back to the pool, or away if it broke, however the transaction ends. */
async function inTransaction<T>(pool: pg.Pool, work: (transaction: Orm) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  // Between two statements nobody else hears that the connection is lost, and an error that nobody hears ends the process.
  const onError = (error: Error) => void (lost = error);
  client.on('error', onError);
  try {
    return await (drizzle(client, { schema }) as unknown as Orm).transaction(work);
  } catch (error) {
    if (isOutage(error)) lost ??= error as Error;
    throw error;
  } finally {
    client.off('error', onError);
    client.release(lost);
  }
}

/**
 * Single statements on a connection that broke go over another one. Inside of transactions nothing is repeated: all
 * of it is.
 */
function retryStatements(pool: pg.Pool): void {
  const once = pool.query.bind(pool) as (...words: unknown[]) => Promise<unknown>;
  const query = (...words: unknown[]) => eventually(() => once(...words), TRIED_FOR.statementMs);
  pool.query = query as typeof pool.query;
}

/** Processes that start together wait for each other. */
async function bringUpToDate(connectionString: string): Promise<void> {
  // Without the limits of the pool: an index on many rows takes its time, and so does the process before.
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  await client.connect().catch((error: unknown) => {
    const { code, name } = error as NodeJS.ErrnoException;
    throw new ConfigError([`DATABASE_URL: cannot connect to the database (${code ?? name})`]);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // The lock goes with its connection.
    await client.end();
  }
}
