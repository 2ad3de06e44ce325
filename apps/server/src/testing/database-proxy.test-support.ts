import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** When a connection is cut: before the database hears of what was said, or after it, so that only its answer is lost. */
export type Cut = 'before' | 'after';

export interface DatabaseProxy extends AsyncDisposable {
  /** The same database through the proxy. */
  readonly url: string;
  /** Ends all connections and takes no new ones. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  /** Things said to the database since `count` began. */
  readonly said: () => number;
  /** Counts anew, and cuts the connection on which the n-th thing is said, from 1. Undefined: none. */
  readonly count: (cutAt?: number, cut?: Cut) => void;
}

/** A PostgreSQL that can be cut off. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isAway = false;
  let said = 0;
  let cutAt: number | undefined;
  let cut: Cut = 'before';
  const server = createServer((client) => {
    if (isAway) {
      client.destroy();
      return;
    }
    const database = connect(Number(target.port || 5432), target.hostname);
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      sockets.add(socket.on('error', end).on('close', end));
      socket.on('close', () => sockets.delete(socket));
    }
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
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    goAway: () => {
      isAway = true;
      for (const socket of sockets) socket.destroy();
    },
    comeBack: () => {
      isAway = false;
    },
    said: () => said,
    count: (at, how = 'before') => {
      said = 0;
      cutAt = at;
      cut = how;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
