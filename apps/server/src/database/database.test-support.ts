import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';

/** Where tests may make databases of their own; without it they run on the embedded one only. */
const serverUrl = process.env.AVATAR_TEST_DATABASE_URL;

export interface TestDatabase extends AsyncDisposable {
  readonly database: Database;
  /** Opens it once more, as another process would. PostgreSQL only. */
  readonly again: () => Promise<Database>;
}

export interface DatabaseKind {
  readonly name: Database['kind'];
  /** Why tests on it are skipped. */
  readonly missing: string | undefined;
  readonly open: () => Promise<TestDatabase>;
}

/** Every kind of database that a test should pass on. */
export const DATABASE_KINDS: readonly DatabaseKind[] = [
  { name: 'embedded', missing: undefined, open: openInMemory },
  {
    name: 'postgres',
    missing: serverUrl === undefined ? 'AVATAR_TEST_DATABASE_URL is not set' : undefined,
    open: openOnServer,
  },
];

async function openInMemory(): Promise<TestDatabase> {
  const database = await openDatabase({ dataDir: 'memory:', database: { url: undefined, poolSize: 1 } });
  return {
    database,
    again: () => Promise.reject(new Error('The embedded database belongs to one process')),
    [Symbol.asyncDispose]: () => Promise.resolve(database[Symbol.asyncDispose]()),
  };
}

async function openOnServer(): Promise<TestDatabase> {
  const { url, drop } = await createServerDatabase();
  const open = () => openDatabase({ dataDir: '', database: { url, poolSize: 4 } });
  const opened: Database[] = [await open()];
  return {
    database: opened[0],
    again: async () => {
      const another = await open();
      opened.push(another);
      return another;
    },
    [Symbol.asyncDispose]: async () => {
      for (const one of opened) await one[Symbol.asyncDispose]();
      await drop();
    },
  };
}

/** A new empty database on the test server. */
export async function createServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (serverUrl === undefined) throw new Error('AVATAR_TEST_DATABASE_URL is not set');
  const name = `avatar_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `drop database ${name} with (force)`) };
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
