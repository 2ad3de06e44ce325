import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkerPool, type WorkerPoolOptions } from '@avatar/worker-pool';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { loadConfig } from '../config/config.js';
import { createServerDatabase } from '../database/database.test-support.js';
import type { schema } from '../database/index.js';
import type { GuardedFetchOptions } from '../net/index.js';
import { startServer, type LivenessTimes, type RunningServer } from '../server.js';

export const FAKE_WORKER = new URL('./fake-worker.test-support.ts', import.meta.url);
export const QUICK: LivenessTimes = { heartbeatMs: 200, silenceMs: 1_500, recoveryMs: 200 };

export interface TestServer extends AsyncDisposable {
  readonly server: RunningServer;
  readonly app: FastifyInstance;
  readonly dataDir: string;
  /** An account of its own, and the headers that act for it. */
  readonly account: (
    settings?: schema.AccountSettings,
    credits?: number,
  ) => Promise<{ readonly id: string; readonly headers: { readonly 'x-api-key': string } }>;
}

export interface TestServerOptions {
  /** On PostgreSQL where there is one, instead of the embedded database. */
  readonly postgres?: boolean;
  /** A database that exists, instead. */
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly pool?: WorkerPoolOptions;
  readonly fetchOptions?: GuardedFetchOptions;
  /** Default: `QUICK`, which takes a process for dead that a busy machine does not let run for a second or two. */
  readonly liveness?: LivenessTimes;
}

/** The whole server in this process, with workers that have no models. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'avatar-server-'));
  const onServer = options.postgres ? await createServerDatabase() : undefined;
  const databaseUrl = options.databaseUrl ?? onServer?.url;
  const config = loadConfig({
    AVATAR_DATA_DIR: dataDir,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    AVATAR_WORKERS: '1',
    ...options.env,
  });
  const pool = createWorkerPool({ module: FAKE_WORKER, workers: 1, deadlineMs: 30_000, ...options.pool });
  const server = await startServer(config, 'all', {
    logger: pino({ level: process.env.AVATAR_TEST_LOG ?? 'silent' }),
    pool,
    liveness: options.liveness ?? QUICK,
    ...(options.fetchOptions && { fetchOptions: options.fetchOptions }),
  });
  const { directory, billing } = server.services;
  return {
    server,
    app: server.app!,
    dataDir,
    account: async (settings = {}, credits = 0) => {
      const { account } = await directory.create('test', settings);
      if (credits > 0) await billing.grant(account.id, credits);
      return { id: account.id, headers: { 'x-api-key': await directory.createKey(account.id) } };
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await onServer?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A photo that the fake worker understands, as a request has it. */
export const photo = (words: string): string => Buffer.from(words).toString('base64');
