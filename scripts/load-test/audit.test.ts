import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../apps/server/src/database/index.js';
import { createLocalStore } from '../../apps/server/src/storage/local-store.js';
import type { ObjectStore } from '../../apps/server/src/storage/object-store.js';
import { audit, type Audit } from './audit.js';

/** One avatar that was delivered and paid, of an account that was granted ten credits. */
const BOOKS = `
  insert into accounts (id, name) values ('acc_1', 'load');
  insert into ledger (account_id, kind, credits, balance) values ('acc_1', 'grant', 10, 10);
  insert into generations (id, account_id, kind, status, request, credits_charged)
    values ('avt_1', 'acc_1', 'generate', 'succeeded', '{"reference": "load-0"}', 1);
  insert into ledger (account_id, kind, credits, balance, generation_id) values ('acc_1', 'charge', -1, 9, 'avt_1');
  insert into stored_objects (key, account_id, kind, generation_id, content_type, size_bytes, expires_at)
    values ('out_1', 'acc_1', 'output', 'avt_1', 'image/png', 3, now() + interval '1 day')`;
const RIGHT: Audit = {
  doubled: 0,
  wrongAnswers: 0,
  unfinished: 0,
  chargeable: 1,
  charged: 1,
  creditsSpent: 1,
  wrongBalances: 0,
  held: 0,
  strays: 0,
  queuedPhotos: 0,
  leftForSweep: 0,
  bytesPerAvatar: 3,
};

let folder: string;
let store: ObjectStore;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-audit-'));
  store = await createLocalStore(folder);
  await store.put('acc_1/output/out_1', new Uint8Array(3), 'image/png');
  database = await openDatabase({ dataDir: 'memory:', database: { url: undefined, poolSize: 1 } });
  await database.query(BOOKS);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const look = (answer: object = {}): Promise<Audit> =>
  audit({
    database,
    store,
    accounts: [{ id: 'acc_1', apiKey: '', credits: 10 }],
    delivered: new Map([['load-0', { accountId: 'acc_1', id: 'avt_1', creditsCharged: 1, ...answer }]]),
  });

test('books that are right', async () => {
  expect(await look()).toEqual(RIGHT);
});

test.each<[string, string, Partial<Audit>]>([
  [
    'an avatar made twice',
    `insert into generations (id, account_id, kind, status, request)
     values ('avt_2', 'acc_1', 'generate', 'succeeded', '{"reference": "load-0"}')`,
    { doubled: 1 },
  ],
  [
    'an avatar charged twice',
    `insert into ledger (account_id, kind, credits, balance) values ('acc_1', 'charge', -1, 8)`,
    { charged: 2, creditsSpent: 2, wrongBalances: 1 },
  ],
  ['a job for ever', `update generations set status = 'running'`, { unfinished: 1, wrongAnswers: 1 }],
  [
    'a charge that the avatar does not know',
    `update generations set credits_charged = 0`,
    { chargeable: 0, wrongAnswers: 1 },
  ],
  [
    'credits held for what has ended',
    `insert into reservations (generation_id, account_id, credits) values ('avt_1', 'acc_1', 1)`,
    { held: 1 },
  ],
  [
    'credits held for nothing',
    `insert into reservations (generation_id, account_id, credits) values ('avt_9', 'acc_1', 1)`,
    { leftForSweep: 1 },
  ],
  ['a file without a row', 'delete from stored_objects', { strays: 1, wrongAnswers: 1, bytesPerAvatar: 0 }],
  ['a row without its file', `update stored_objects set key = 'out_2'`, { strays: 2, wrongAnswers: 1 }],
  [
    'the photo of a job that has ended',
    `update stored_objects set kind = 'queued', expires_at = null`,
    { queuedPhotos: 1, wrongAnswers: 1, bytesPerAvatar: 0 },
  ],
])('%s', async (_what, statement, found) => {
  await database.query('begin');
  try {
    await database.query(statement);
    expect(await look()).toEqual({ ...RIGHT, ...found });
  } finally {
    await database.query('rollback');
  }
});

test.each([{ id: 'avt_2' }, { creditsCharged: 2 }, { accountId: 'acc_2' }])(
  'an answer that says %j',
  async (answer) => {
    expect((await look(answer)).wrongAnswers).toBe(1);
  },
);
