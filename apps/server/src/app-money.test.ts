import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

let world: TestServer;
let id: string;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    env: { AVATAR_MAX_QUEUED: '40' },
    liveness: { heartbeatMs: 1_000, silenceMs: 60_000, recoveryMs: 1_000 },
  });
});
afterAll(() => world[Symbol.asyncDispose]());
const use = async (...account: Parameters<TestServer['account']>) => {
  ({ id, headers } = await world.account(...account));
};
beforeEach(() => use({ billing: 'credits' }, 10));

const post = (words: string, options: object = {}, more: Record<string, string> = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers: { ...headers, ...more },
    payload: { image_base64: photo(words), ...options },
  });
const batch = (words: string) =>
  world.app.inject({
    method: 'POST',
    url: '/v1/avatar/batch',
    headers,
    payload: { items: [{ image_base64: photo(words) }] },
  });
const ASYNC = { prefer: 'respond-async' };
const balance = () => world.server.services.billing.balance(id);
const count = async (what: string) =>
  Number(
    (
      await world.server.services.database.query(`select count(*)::int n from ${what} and account_id = $1`, [
        id,
      ])
    ).rows[0].n,
  );
const settled = () =>
  expect.poll(() => count(`generations where status in ('queued', 'running')`), { timeout: 20_000 }).toBe(0);

test('without credits nothing is begun, whatever way it is asked for, and the key stays free', async () => {
  await use({ billing: 'credits' });
  const key = { 'idempotency-key': 'poor' };
  const answers = [
    await post('x', {}, key),
    await post('x', {}, key),
    await post('x', {}, ASYNC),
    await post('x', {}, { accept: 'text/event-stream' }),
    await batch('x'),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 402));
  expect(answers[1].headers).not.toHaveProperty('idempotency-replayed');
  expect(await count('generations where true')).toBe(0);
});

test('24 requests of every kind at once with one credit: one is admitted and charged', async () => {
  await use({ billing: 'credits' }, 1);
  const kinds = [post, (words: string) => post(words, {}, ASYNC), batch];
  const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => kinds[i % 3](`slow:100 ${i}`)));
  expect(answers.filter(({ statusCode }) => statusCode === 402).length).toBe(23);
  await settled();
  expect(await balance()).toMatchObject({ credits: 0, reservedCredits: 0 });
  expect(await count(`ledger where kind = 'charge'`)).toBe(1);
});

test.each<[string, object, number]>([
  ['refuse', {}, 422],
  ['fail', {}, 500],
  ['die', {}, 500],
  ['review', {}, 200],
  ['review', { on_fail: 'discard' }, 422],
  ['review', { on_fail: 'fallback_original' }, 200],
])('what ends so costs nothing: %s %j', async (words, options, status) => {
  expect((await post(words, options)).statusCode).toBe(status);
  expect(await balance()).toMatchObject({ credits: 10, reservedCredits: 0 });
});

test('a job whose worker dies is begun three times, and one that is cancelled leaves nothing; both are free', async () => {
  const dead = (await post('die', {}, ASYNC)).json<{ id: string }>();
  await settled();
  expect(await count(`generations where id = '${dead.id}' and status = 'failed' and deliveries = 3`)).toBe(1);
  const stopped = (await post('slow:9000', {}, ASYNC)).json<{ id: string }>();
  await expect.poll(() => count(`generations where status = 'running'`)).toBe(1);
  await world.app.inject({ method: 'DELETE', url: `/v1/jobs/${stopped.id}`, headers });
  await settled();
  expect(await count(`stored_objects where generation_id = '${stopped.id}'`)).toBe(0);
  expect(await balance()).toMatchObject({ credits: 10, reservedCredits: 0 });
});

test('who goes away in the middle pays nothing, and may ask again with the same key', async () => {
  if (!world.app.server.listening) await world.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.app.server.address() as AddressInfo;
  const asked = request({
    port,
    host: '127.0.0.1',
    path: '/v1/avatar/generate',
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'gone' },
  }).on('error', () => undefined);
  asked.end(JSON.stringify({ image_base64: photo('slow:1500') }));
  await expect.poll(() => count(`generations where status = 'running'`)).toBe(1);
  asked.destroy();
  await settled();
  expect(await balance()).toMatchObject({ credits: 10, reservedCredits: 0 });
  const again = async () => (await post('slow:1500', {}, { 'idempotency-key': 'gone' })).statusCode;
  await expect.poll(again, { timeout: 20_000 }).toBe(200);
  expect(await balance()).toMatchObject({ credits: 9, reservedCredits: 0 });
});

test('ten at once with one key are one, and a refusal is repeated as it was', async () => {
  const key = { 'idempotency-key': 'k' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('slow:300', {}, key)));
  const statuses = answers.map(({ statusCode }) => statusCode).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  expect(await balance()).toMatchObject({ credits: 9 });
  const refused = () => post('refuse', {}, { 'idempotency-key': 'r' });
  await refused();
  const again = await refused();
  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([422, 'true']);
  expect((await post('x', {}, { 'idempotency-key': 'k'.repeat(256) })).statusCode).toBe(400);
});

test('one seat is for one person, however many come at once', async () => {
  await use({ billing: 'seats', seats: 1 });
  const answers = await Promise.all(['a', 'b', 'a', 'c'].map((reference) => post('slow:50', { reference })));
  const people = new Set(
    answers.filter(({ statusCode }) => statusCode === 200).map((one) => one.json().reference),
  );
  expect(people.size).toBe(1);
  expect(answers.filter(({ statusCode }) => statusCode === 402).length).toBeGreaterThanOrEqual(2);
});
