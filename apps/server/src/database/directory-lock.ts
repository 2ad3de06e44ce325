import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { ConfigError } from '../config/config-error.js';
import { localSocket } from './local-socket.js';

/**
 * Holds a directory for this process alone. The lock is a listening socket, which ends with its process however that
 * ends; a file with a process id could not tell a dead holder from another process with the same id.
 * @returns gives the directory back
 * @throws ConfigError when another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = localSocket(directory, 'database.lock');
  const server = createServer((socket) => socket.destroy());
  // Listening first, looking second: of two processes that start together, one finds the other's socket.
  if (!(await listens(server, path))) {
    if (await isAnswered(path)) throw inUse(directory);
    // A process that was killed left its socket's name.
    await rm(path, { force: true });
    if (!(await listens(server, path))) throw inUse(directory);
  }
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

const inUse = (directory: string): ConfigError =>
  new ConfigError([
    `AVATAR_DATA_DIR: another process uses the embedded database in ${directory}; stop it, give this one a folder of its own, or ` +
      'set DATABASE_URL, because a PostgreSQL can be shared',
  ]);

/** False when the name is taken. */
const listens = (server: Server, path: string): Promise<boolean> =>
  new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(false);
      else failed(error);
    };
    server.once('error', onError);
    server.listen(path, () => {
      server.off('error', onError);
      done(true);
    });
  });

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
