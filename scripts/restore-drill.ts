// Restores a copy of what a server keeps into a place of its own, and looks whether it is whole. See --help.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HELP = `npm run drill:restore -- [--data-dir <copy>] [--dump <file>] [--database-url <server>]

  --data-dir      a copy of a data directory: embedded database, objects, development keys. Not one that is in use.
  --dump          a PostgreSQL dump, made with: pg_dump -Fc "$DATABASE_URL" > avatar.dump
  --database-url  a PostgreSQL where a database may be made for the drill, and dropped after it
  --objects       at most so many objects are read; default 1000

Keys and storage come from the environment, as the server's do. Nothing but the drill's own copy is written to.`;

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    dump: { type: 'string' },
    'database-url': { type: 'string' },
    objects: { type: 'string', default: '1000' },
    help: { type: 'boolean' },
  },
});
const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
const { dump, 'database-url': server, 'data-dir': dataDir } = values;
if (values.help || (dump === undefined) !== (server === undefined) || (dataDir ?? dump) === undefined)
  console.log(HELP);
else process.exitCode = drill() ? 0 : 1;

function drill(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'avatar-drill-'));
  const startedMs = performance.now();
  try {
    if (dataDir !== undefined)
      // Sockets belong to the process that made them.
      cpSync(resolve(dataDir), folder, { recursive: true, filter: (path) => !/\.(sock|lock)$/.test(path) });
    if (dump === undefined || server === undefined)
      return isWhole({ AVATAR_DATA_DIR: folder, DATABASE_URL: '' }, startedMs);
    return withRestored(dump, server, (url) =>
      isWhole({ AVATAR_DATA_DIR: folder, DATABASE_URL: url }, startedMs),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The dump in a database of its own, which is gone afterwards. */
function withRestored(file: string, serverUrl: string, look: (url: string) => boolean): boolean {
  const name = `avatar_drill_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const psql = (statement: string) =>
    execFileSync('psql', ['--quiet', '--dbname', serverUrl, '--command', statement], { stdio: 'inherit' });
  psql(`create database ${name}`);
  try {
    const how = ['--no-owner', '--no-privileges', '--exit-on-error', '--dbname', url.href, file];
    execFileSync('pg_restore', how, { stdio: 'inherit' });
    return look(url.href);
  } finally {
    psql(`drop database ${name} with (force)`);
  }
}

function isWhole(environment: Readonly<Record<string, string>>, startedMs: number): boolean {
  console.log(`restored in ${Math.round(performance.now() - startedMs)} ms`);
  try {
    execFileSync(process.execPath, ['--import', 'tsx', main, 'keys', 'check', '--objects', values.objects], {
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
    return true;
  } catch {
    return false;
  }
}
