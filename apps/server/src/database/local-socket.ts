import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The longest name of a socket that every system takes. */
const MAX_SOCKET_PATH = 100;

/** Where processes of this machine meet that work on the same data directory. Only its owner can open the directory. */
export function localSocket(directory: string, name: string): string {
  const hash = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return join('\\\\?\\pipe', `avatar-${hash}-${name}`);
  const inside = join(resolve(directory), name);
  return inside.length <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `avatar-${hash}-${name}`);
}
