import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../database/index.js';
import { createKeyRing } from '../storage/index.js';
import { askRunningServer, runKeysCommand, serveControl } from './index.js';
import { testOperatorWorld } from './operator-world.test-support.js';

let dataDir: string;
let database: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-control-'));
  database = await openDatabase({ dataDir: 'memory:', database: { url: undefined, poolSize: 1 } });
  const world = await testOperatorWorld(database, createKeyRing([Buffer.alloc(32, 1)]));
  close = await serveControl(dataDir, (words) => runKeysCommand(words, world));
});
afterEach(async () => {
  await close();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

test('commands are done by the process that has the database', async () => {
  const made = await askRunningServer(dataDir, ['create', '--name', 'second']);
  expect(made).toMatchObject({ exitCode: 0 });
  const listed = await askRunningServer(dataDir, ['list']);
  expect(listed?.lines.join('\n')).toContain('second');
  expect((await stat(join(dataDir, 'control.sock'))).mode & 0o077).toBe(0);
});

test('a mistake ends the command and not the server', async () => {
  expect(await askRunningServer(dataDir, ['creat'])).toMatchObject({ exitCode: 1 });
  expect(await askRunningServer(dataDir, ['revoke', 'nothing'])).toMatchObject({
    exitCode: 1,
    lines: [expect.stringContaining('No such key')],
  });
  expect(await askRunningServer(dataDir, ['list'])).toMatchObject({ exitCode: 0 });
});

test('without a server there is no answer', async () => {
  await close();
  expect(await askRunningServer(dataDir, ['list'])).toBeUndefined();
  close = async () => undefined;
});
