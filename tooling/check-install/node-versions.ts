import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A Node.js to run programs on. */
export interface NodeVersion {
  readonly version: string;
  readonly path: string;
}

/** The lines of Node.js that the packages are for. */
export const LINES = [20, 22, 24] as const;

const versionOf = (path: string) => execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();

/**
 * The newest release of a line: the one that runs this, or one that is fetched as the npm package `node-<os>-<cpu>`, which
 * holds nothing but the program.
 *
 * @returns undefined where npm does not have it
 */
export function nodeOfLine(line: number, folder: string): NodeVersion | undefined {
  if (process.version.startsWith(`v${line}.`)) return { version: process.version, path: process.execPath };
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const home = join(folder, `node-${line}`);
  mkdirSync(home, { recursive: true });
  try {
    const args = ['install', `${name}@${line}`, '--no-save', '--prefix', home, '--silent'];
    execFileSync('npm', args, { cwd: home, stdio: 'pipe' });
  } catch {
    return undefined;
  }
  const path = join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(path) ? { version: versionOf(path), path } : undefined;
}
