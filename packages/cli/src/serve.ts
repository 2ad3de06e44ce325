import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import { exists } from './output-paths.js';

const PACKAGE = '@avatar/server';

/**
 * Runs the reference server with the arguments, until it ends.
 *
 * @returns its exit code
 * @throws AvatarError `invalid-options` where it is not installed or not built
 */
export async function serve(argv: readonly string[], io: CliIo): Promise<number> {
  const folder = serverFolder([join(io.cwd, 'package.json'), import.meta.url]);
  if (folder === undefined)
    throw new AvatarError(
      'invalid-options',
      `${PACKAGE} is not installed here. It comes with the repository of the project, not with this package: clone https://github.com/avatar-toolkit/avatar, run "npm ci" and "npm run build", and call "avatar serve" in it`,
    );
  const program = join(folder, 'dist', 'main.js');
  if (!(await exists(program)))
    throw new AvatarError(
      'invalid-options',
      `${PACKAGE} is not built; run "npm run build" in its repository`,
    );
  const child = spawn(process.execPath, [program, ...argv], { stdio: 'inherit', cwd: io.cwd });
  // A terminal interrupts the server itself; others tell only this process.
  const stop = () => child.kill('SIGTERM');
  io.signal.addEventListener('abort', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      io.signal.removeEventListener('abort', stop);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** The first place that has it. */
function serverFolder(places: readonly string[]): string | undefined {
  for (const place of places)
    try {
      return dirname(createRequire(place).resolve(`${PACKAGE}/package.json`));
    } catch {
      // The next place may have it.
    }
  return undefined;
}
