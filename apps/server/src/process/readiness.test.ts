import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Database } from '../database/index.js';
import { readiness } from './readiness.js';

const parts = {
  pool: { stats: () => ({ workers: 1, queued: 0, running: 0, warm: 1, pids: [], restarts: 0 }) },
  database: { ping: async () => undefined } as unknown as Database,
  pingStore: async () => undefined,
  dataDir: tmpdir(),
  leastFreeBytes: 1,
};
const notReady = async (changes: Partial<typeof parts> | { dataDir: undefined }) =>
  (await readiness({ ...parts, ...changes })).filter(({ ready }) => !ready).map(({ name }) => name);

test('a server is ready with models, database, storage and room on its disk', async () => {
  expect(await notReady({})).toEqual([]);
  expect(await notReady({ pingStore: () => Promise.reject(new Error('gone')) })).toEqual(['storage']);
});

test('a full disk is seen, where something is kept on one', async () => {
  expect(await notReady({ leastFreeBytes: Number.MAX_SAFE_INTEGER })).toEqual(['disk']);
  expect(await notReady({ dataDir: '/nowhere' })).toEqual(['disk']);
  expect(await notReady({ leastFreeBytes: Number.MAX_SAFE_INTEGER, dataDir: undefined })).toEqual([]);
});
