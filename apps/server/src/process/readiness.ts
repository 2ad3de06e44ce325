import type { WorkerPool } from '@avatar/worker-pool';
import type { Database } from '../database/index.js';

export interface ReadinessParts {
  readonly pool: Pick<WorkerPool, 'stats'>;
  readonly database: Database;
  readonly pingStore: () => Promise<void>;
}

/** Whether avatars can be made here: models loaded, database and storage within reach. */
export async function readiness({ pool, database, pingStore }: ReadinessParts) {
  return [
    { name: 'models', ready: pool.stats().warm > 0 },
    { name: 'database', ready: await answers(database.ping()) },
    { name: 'storage', ready: await answers(pingStore()) },
  ];
}

const answers = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
