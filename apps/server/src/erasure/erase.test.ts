import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operatorWorld, runKeysCommand } from '../control/index.js';
import { createKeyRing } from '../storage/index.js';
import { filesWith, tablesWith as tablesOf } from '../testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
let id: string;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  const account = await world.account({ billing: 'credits' }, 10);
  id = account.id;
  headers = account.headers;
});

const PERSON = 'Grace Brewster Murray';
const call = (method: 'DELETE' | 'GET', url: string) => world.app.inject({ method, url, headers });
const generate = (options: object, more: Record<string, string> = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers: { ...headers, ...more },
    payload: {
      image_base64: photo('a photo'),
      callback_url: 'https://example.com/hook',
      cache_input: true,
      ...options,
    },
  });
const tablesWith = (words: string) => tablesOf(world.server.services.database, words);
async function objectsOf(accountId: string): Promise<string[]> {
  const folder = join(world.dataDir, 'objects', accountId);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('of a person nothing is left, in the database and on the disk, and others stay', async () => {
  const theirs = await generate({ reference: PERSON }, { 'idempotency-key': 'k1' });
  await generate({ reference: PERSON, delivery: 'inline' }, { 'idempotency-key': 'k2' });
  const other = await generate({ reference: 'Somebody else' });
  await generate({ reference: PERSON, image_base64: photo('slow:5000') }, { prefer: 'respond-async' });
  expect(await tablesWith(PERSON)).toEqual(expect.arrayContaining(['generations', 'webhook_deliveries']));

  const receipt = await call('DELETE', `/v1/people/${encodeURIComponent(PERSON)}`);
  expect(receipt.statusCode).toBe(200);
  expect(receipt.json()).toMatchObject({
    scope: 'person',
    removed: { generations: 3, answers: 2, messages: 3 },
  });
  expect(receipt.json<{ id: string }>().id).toMatch(/^era_/);
  expect(await tablesWith(PERSON)).toEqual([]);
  // The books stay as they are: a charge names an avatar that is not there any more.
  expect(await tablesWith(theirs.json<{ id: string }>().id)).toEqual(['ledger']);
  expect(await filesWith(world.dataDir, PERSON)).toEqual([]);
  // The avatar, its preview and the kept photo of the other one.
  await expect.poll(async () => (await objectsOf(id)).length).toBe(3);
  expect((await call('GET', `/v1/jobs/${other.json<{ id: string }>().id}`)).statusCode).toBe(200);
  expect((await call('GET', `/v1/jobs/${theirs.json<{ id: string }>().id}`)).statusCode).toBe(404);
  const { services } = world.server;
  expect(await services.billing.balance(id)).toMatchObject({ credits: 7, reservedCredits: 0 });
});

test('of an account nothing is left but a receipt that names nobody', async () => {
  await generate({ reference: PERSON });
  await generate({ image_base64: photo('slow:3000') }, { prefer: 'respond-async' });
  expect((await call('DELETE', '/v1/account?confirm=acc_1')).statusCode).toBe(400);
  const receipt = await call('DELETE', `/v1/account?confirm=${id}`);
  expect(receipt.json()).toMatchObject({ scope: 'account', removed: { generations: 2 } });
  expect(await tablesWith(id)).toEqual([]);
  expect(await objectsOf(id)).toEqual([]);
  expect((await call('GET', '/v1/analytics')).statusCode).toBe(401);
  const { rows } = await world.server.services.database.query(
    'select id, scope from erasures order by created_at',
  );
  expect(rows.at(-1)).toMatchObject({ scope: 'account', id: receipt.json<{ id: string }>().id });
});

test('an avatar that was in the answer goes with its repeated answer, and is not made again', async () => {
  const once = () => generate({ delivery: 'inline' }, { 'idempotency-key': 'k' });
  const { id: avatar } = (await once()).json<{ id: string }>();
  expect((await call('DELETE', `/v1/outputs/${avatar}`)).statusCode).toBe(204);
  expect((await call('DELETE', `/v1/outputs/${avatar}`)).statusCode).toBe(404);
  const again = await once();
  expect(again.json()).toMatchObject({ status: 404, code: 'not-found' });
  expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
  expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 9, reservedCredits: 0 });
});

test('the operator erases by command, and keeps the receipt', async () => {
  await generate({ reference: PERSON });
  const { services } = world.server;
  const keyRing = createKeyRing([randomBytes(32)]);
  const operator = operatorWorld({ ...services, keyRing });
  const run = (...words: string[]) => runKeysCommand(words, operator);
  expect(await run('erase', 'acc_nobody')).toMatchObject({ exitCode: 1 });
  const answer = await run('erase', id, '--reference', PERSON);
  expect(JSON.parse(answer.lines[0])).toMatchObject({ scope: 'person', removed: { generations: 1 } });
  const receipt = JSON.parse((await run('erase', id)).lines[0]) as { id: string };
  expect(receipt).toMatchObject({ scope: 'account' });
  const [last] = (await run('audit', id)).lines;
  expect(last).toContain('operator  account-erased  (an erased account)');
  expect(last).toContain(receipt.id);
  expect((await run('audit')).lines.join('\n')).not.toContain(id);
  expect(await readFile(join(world.dataDir, 'development-keys.json'), 'utf8')).not.toContain(id);
});
