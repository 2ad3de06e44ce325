import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../database/index.js';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

let folder: string;
let sound: string;
let taken: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-start-'));
  sound = join(folder, 'sound');
  const database = await openDatabase({ dataDir: sound, database: { url: undefined, poolSize: 1 } });
  await database[Symbol.asyncDispose]();
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => taken.once('listening', done));
}, 120_000);
afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true, force: true });
});

/** The program as it is started, until it ends by itself. */
const start = (
  env: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<{ code: unknown; said: string; logged: string }> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', MAIN, ...words],
      { env: { ...process.env, DATABASE_URL: '', AVATAR_DATA_DIR: sound, ...env } },
      (_error, stdout, stderr) => done({ code: child.exitCode, said: stderr, logged: stdout }),
    );
  });

test('a port that is taken ends the process with a plain error, and a misspelt variable is warned of', async () => {
  const { port } = taken.address() as AddressInfo;
  const { code, said, logged } = await start({ PORT: String(port), AVATAR_WORKER: '4' });
  expect(said).toBe(
    `The server cannot start with this configuration:\n  - HOST, PORT: cannot listen on 127.0.0.1:${port} (EADDRINUSE)\n`,
  );
  expect(code).toBe(1);
  expect(logged).toContain('AVATAR_WORKER');
}, 120_000);

const DAMAGE: readonly (readonly [what: string, file: string, words: string | undefined, message: string])[] =
  [
    ['control file', 'database/global/pg_control', 'nonsense', 'is damaged, or of another version'],
    ['tables', 'database/base', undefined, 'is damaged, or of another version'],
    ['version', 'database/PG_VERSION', '12', 'is damaged, or of another version'],
    ['folder', 'database', 'hello', 'cannot be used (ENOTDIR)'],
    ['keys', 'development-keys.json', '{"signing":', 'is damaged; put back a copy'],
  ];

test.each(DAMAGE)(
  'a damaged data directory ends it with a plain error: %s',
  async (what, file, words, message) => {
    const dataDir = join(folder, what);
    await cp(sound, dataDir, { recursive: true, filter: (source) => !/\.(sock|lock)$/.test(source) });
    await rm(join(dataDir, file), { recursive: true });
    if (words !== undefined) await writeFile(join(dataDir, file), words);
    const { code, said } = await start({ AVATAR_DATA_DIR: dataDir });
    expect([code, said]).toEqual([1, expect.stringContaining(message)]);
    expect(said).toContain('AVATAR_DATA_DIR');
    expect(said.split('\n')).toHaveLength(3);
  },
  120_000,
);

test.each([
  ['/proc/nope', 'ENOENT'],
  ['FOLDER/file', 'ENOTDIR'],
])(
  'a data directory that cannot be one ends it with a plain error: %s',
  async (path, trouble) => {
    await writeFile(join(folder, 'file'), 'x');
    const { code, said } = await start({ AVATAR_DATA_DIR: path.replace('FOLDER', folder) });
    expect([code, said]).toEqual([1, expect.stringContaining(`cannot be used (${trouble})`)]);
  },
  120_000,
);

test('a database that cannot be reached ends it with the name of the variable, and without its password', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgres://root:secret-word@127.0.0.1:1/x' });
  expect([code, said]).toEqual([
    1,
    'The server cannot start with this configuration:\n' +
      '  - DATABASE_URL: cannot connect to the database (ECONNREFUSED)\n',
  ]);
}, 120_000);

test('a data directory is for one server, and a worker needs a database that can be shared', async () => {
  const holder = await openDatabase({ dataDir: sound, database: { url: undefined, poolSize: 1 } });
  const second = await start({});
  await holder[Symbol.asyncDispose]();
  expect([second.code, second.said]).toEqual([1, expect.stringContaining('another process uses')]);
  const worker = await start({}, 'worker');
  expect([worker.code, worker.said]).toEqual([1, expect.stringContaining('DATABASE_URL: is needed')]);
}, 120_000);
