import { startDatabaseRelay, type DatabaseRelay } from './database-relay.test-support.js';

/** When a connection is cut: before the database hears of what was said, or after it, so that only its answer is lost. */
export type Cut = 'before' | 'after';

export interface DatabaseProxy extends DatabaseRelay {
  /** Things said to the database since `count` began. */
  readonly said: () => number;
  /** Counts anew, and cuts the connection on which the n-th thing is said, from 1. Undefined: none. */
  readonly count: (cutAt?: number, cut?: Cut) => void;
}

/** A PostgreSQL that can be cut off. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  let said = 0;
  let cutAt: number | undefined;
  let cut: Cut = 'before';
  const relay = await startDatabaseRelay(databaseUrl, (client, database, end) => {
    let isDeaf = false;
    client.on('data', (words) => {
      const isIt = ++said === cutAt;
      if (isIt && cut === 'before') {
        end();
        return;
      }
      database.write(words);
      // The database has it, and the answer goes nowhere.
      if (isIt) isDeaf = true;
    });
    database.on('data', (words) => {
      if (isDeaf) end();
      else client.write(words);
    });
  });
  return {
    ...relay,
    said: () => said,
    count: (at, how = 'before') => {
      said = 0;
      cutAt = at;
      cut = how;
    },
  };
}
