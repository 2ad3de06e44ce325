import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKeyRing, createObjectArchive, openStore } from '../storage/index.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';
import { checkKept } from './check-kept.js';

let world: TestServer;
let key: Buffer;
let id: string;
beforeAll(async () => {
  key = randomBytes(32);
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    env: { AVATAR_ENCRYPTION_KEYS: key.toString('base64') },
  });
  const account = await world.account({ billing: 'credits' }, 3);
  id = account.id;
  for (const words of ['one', 'two'])
    await world.app.inject({
      method: 'POST',
      url: '/v1/avatar/generate',
      headers: account.headers,
      payload: { image_base64: photo(words), cache_input: true },
    });
});
afterAll(() => world[Symbol.asyncDispose]());

async function check(encryption: Buffer, maxObjects = 1_000) {
  const { database } = world.server.services;
  const keyRing = createKeyRing([encryption]);
  const store = await openStore({ kind: 'local', directory: join(world.dataDir, 'objects') });
  return checkKept({ database, archive: createObjectArchive(database, store, keyRing), keyRing }, maxObjects);
}

test('what belongs together is whole', async () => {
  expect(await check(key)).toEqual({ accounts: 1, ledgerRows: 3, generations: 2, objects: 6, problems: [] });
  expect(await check(key, 4)).toMatchObject({ objects: 4 });
});

test('keys of another installation open nothing', async () => {
  const { problems } = await check(randomBytes(32));
  expect(problems.filter((line) => line.includes('does not open'))).toHaveLength(3);
});

test('an object that was not restored, and books that do not add up, are named', async () => {
  const folder = join(world.dataDir, 'objects', id, 'output');
  const [file] = await readdir(folder);
  await rm(join(folder, file));
  await world.server.services.database.query(
    `insert into ledger (account_id, kind, credits, balance) values ($1, 'grant', 5, 99)`,
    [id],
  );
  expect((await check(key)).problems).toEqual([
    `the ledger of ${id} does not add up`,
    `${file} is not in the store`,
  ]);
});
