import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from './config-error.js';

/**
 * Makes the folder where it is missing, readable by its owner only.
 * @param variable that names it, for the message
 * @throws ConfigError when it cannot be made, is none, or cannot be written to
 */
export function usableFolder(path: string, variable: string): void {
  try {
    makeFolder(resolve(path));
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = 'unknown trouble' } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `${variable}: ${path} cannot be used (${code}); name a folder that this user may make and write to`,
    ]);
  }
}

/** One after the other: Node's own `recursive` never ends where a system says that what is there is not (`/proc`). */
function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw Object.assign(new Error('Not a folder'), { code: 'ENOTDIR' });
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
