import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface DatabaseRelay extends AsyncDisposable {
  /** The same database through the relay. */
  readonly url: string;
  /** Ends all connections and takes no new ones. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  /** Connections from now on lead to another server. */
  readonly leadTo: (databaseUrl: string) => void;
}

/** Makes both ends of a new connection hear each other. `end` cuts it. */
export type Pass = (client: Socket, database: Socket, end: () => void) => void;

/** Leads to a PostgreSQL, and can be cut off. */
export async function startDatabaseRelay(databaseUrl: string, pass: Pass): Promise<DatabaseRelay> {
  let target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isAway = false;
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
    pass(client, database, end);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    goAway: () => {
      isAway = true;
      endAll();
    },
    comeBack: () => {
      isAway = false;
    },
    leadTo: (next) => {
      target = new URL(next);
    },
    [Symbol.asyncDispose]: async () => {
      endAll();
      await new Promise((done) => server.close(done));
    },
  };
}
