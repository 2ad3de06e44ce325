import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The longest name of a socket that every system takes. */
const MAX_SOCKET_PATH = 100;

/**
 * Holds a directory for this process alone. The lock is a listening socket, which ends with its process however that ends; a file
 * with a process id could not tell a dead holder from another process with the same id.
 * @returns gives the directory back
 * @throws Error when another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = socketPath(directory);
  if (await isAnswered(path))
    throw new Error(
      `Another process uses the embedded database in ${directory}. Stop it, give this one an AVATAR_DATA_DIR of its own, or set ` +
        'DATABASE_URL: a PostgreSQL can be shared.',
    );
  await rm(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(path, done);
  });
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function socketPath(directory: string): string {
  const inside = join(resolve(directory), 'database.lock');
  if (process.platform === 'win32') return join('\\\\?\\pipe', hashOf(directory));
  return inside.length <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `avatar-${hashOf(directory)}.lock`);
}

const hashOf = (directory: string): string =>
  createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 32);

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
