import type { WorkerPool } from '@avatar/worker-pool';
import { statfs } from 'node:fs/promises';
import type { Database } from '../database/index.js';

export interface ReadinessParts {
  readonly pool: Pick<WorkerPool, 'stats'>;
  readonly database: Database;
  readonly pingStore: () => Promise<void>;
  /** A folder in which this server keeps something; undefined when it keeps nothing on a disk. */
  readonly dataDir: string | undefined;
  /** Less room than this is a full disk. */
  readonly leastFreeBytes: number;
}

/** Whether avatars can be made here: models loaded, database and storage within reach, and room on the disk. */
export async function readiness({ pool, database, pingStore, dataDir, leastFreeBytes }: ReadinessParts) {
  return [
    { name: 'models', ready: pool.stats().warm > 0 },
    { name: 'database', ready: await answers(database.ping()) },
    { name: 'storage', ready: await answers(pingStore()) },
    ...(dataDir === undefined
      ? []
      : [{ name: 'disk', ready: (await freeBytes(dataDir).catch(() => 0)) >= leastFreeBytes }]),
  ];
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const answers = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
