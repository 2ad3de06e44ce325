import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalStore } from '../../apps/server/src/storage/local-store.js';
import type { ObjectStore } from '../../apps/server/src/storage/object-store.js';
import { createS3Store } from '../../apps/server/src/storage/s3-store.js';
import { startS3Server } from '../../apps/server/src/testing/s3-server.test-support.js';
import type { Victim } from './assassin.js';
import type { RunDatabase } from './run-database.js';
import { freePort, PROGRAM, ServerProcess, type Environment } from './server-process.js';
import type { LoadSettings } from './settings.js';
import { testPrograms } from './test-programs.js';

/** Where the objects of a run lie, and what a server is told of it. */
export interface RunStore extends AsyncDisposable {
  readonly environment: Environment;
  /** Opened by the audit. */
  readonly open: () => Promise<ObjectStore>;
  /** Told of every account before it has objects. */
  readonly expect: (accountId: string) => Promise<void>;
}

export async function openRunStore(dataDir: string, isOnS3: boolean): Promise<RunStore> {
  if (!isOnS3)
    return {
      environment: {},
      open: () => createLocalStore(join(dataDir, 'objects')),
      expect: () => Promise.resolve(),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  const folder = join(dataDir, 's3');
  await mkdir(folder);
  const server = await startS3Server(folder);
  const { bucket, endpoint, region } = server.options;
  return {
    environment: {
      AVATAR_STORAGE: 's3',
      AVATAR_S3_BUCKET: bucket,
      AVATAR_S3_ENDPOINT: endpoint,
      AVATAR_S3_REGION: region,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
    },
    open: () => Promise.resolve(createS3Store(server.options)),
    // s3rver removes a folder with its last object, and ends when another object arrives meanwhile.
    expect: async (accountId) => {
      const queued = join(folder, bucket, accountId, 'queued');
      await mkdir(queued, { recursive: true });
      await writeFile(join(queued, 'kept'), '');
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** What every process of a run is told. */
export const commonEnvironment = (dataDir: string): Environment => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
  AVATAR_DATA_DIR: dataDir,
  AVATAR_SIGNING_KEYS: randomBytes(32).toString('base64'),
  AVATAR_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  AVATAR_DEADLINE_MS: '120000',
});

export interface Processes {
  readonly baseUrl: string;
  readonly server: Victim;
  readonly workers: readonly Victim[];
}

/** The server and its workers, not yet started. */
export async function processesOf(
  load: LoadSettings,
  common: Environment,
  database: RunDatabase,
  onUnexpectedEnd: (how: string) => void,
): Promise<Processes> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const program = await serverProgram(load.isWithoutModels);
  const victim = async (role: 'start' | 'worker', readyUrl?: string): Promise<Victim> => {
    const { url, proxy } = await database.wayIn();
    const environment = {
      ...common,
      PORT: String(port),
      ...(load.workers !== undefined && { AVATAR_WORKERS: String(load.workers) }),
      ...(url !== undefined && { DATABASE_URL: url }),
    };
    return { process: new ServerProcess(environment, [program, role], readyUrl, onUnexpectedEnd), proxy };
  };
  const server = await victim('start', `${baseUrl}/readyz`);
  const workers: Victim[] = [];
  for (let n = 0; n < load.workerProcesses; n++) workers.push(await victim('worker'));
  return { baseUrl, server, workers };
}

/** The file of the server that a run starts. */
export async function serverProgram(isWithoutModels: boolean): Promise<string> {
  if (!isWithoutModels) return PROGRAM;
  const programs = await testPrograms('load', {
    'load-server': new URL('../../apps/server/src/testing/load-server.test-support.ts', import.meta.url),
    'load-worker': new URL('../../apps/server/src/testing/fake-worker.test-support.ts', import.meta.url),
  });
  return programs['load-server'];
}
