import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

let world: TestServer;
let id: string;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  const account = await world.account({ billing: 'credits' }, 100);
  id = account.id;
  headers = { ...account.headers, 'idempotency-key': 'k' };
});

const rows = async (text: string) => (await world.server.services.database.query(text, [id])).rows;
const post = (url: string, payload: object, more: Record<string, string> = {}) =>
  world.app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload });
const generate = (options: object = {}, more: Record<string, string> = {}) =>
  post('/v1/avatar/generate', { image_base64: photo('a photo'), ...options }, more);
/** What a process leaves that is killed after its commit, before it wrote down its answer. */
const killed = () =>
  rows(
    `update idempotency_keys set status_code = null, headers = null, body = null,
       locked_until = now() - interval '1 second' where account_id = $1 returning bound_to`,
  );
const made = async () =>
  Number((await rows('select count(*)::int n from generations where account_id = $1'))[0].n);
const spent = async () => 100 - (await world.server.services.billing.balance(id)).credits;
const haveEnded = () =>
  expect
    .poll(async () =>
      (await rows('select status from generations where account_id = $1')).map(({ status }) => status),
    )
    .not.toContain('queued');

test('a synchronous request is answered from what it made, and charged once', async () => {
  const first = await generate();
  await killed();
  const again = await generate();
  expect(again.statusCode).toBe(200);
  expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', 'x-credits-charged': '1' });
  const { avatar_url: _url, thumbnail_url: _thumbnail, ...facts } = first.json<Record<string, unknown>>();
  expect(again.json()).toMatchObject(facts);
  expect([await made(), await spent()]).toEqual([1, 1]);
  // The answer is written down now.
  expect((await generate()).json()).toEqual(again.json());
  expect(await made()).toBe(1);
});

test('pictures that were nowhere but in the answer are paid back and made again', async () => {
  await generate({ delivery: 'inline' });
  await killed();
  const again = await generate({ delivery: 'inline' });
  expect(again.json()).toHaveProperty('avatar_base64');
  expect([await made(), await spent()]).toEqual([2, 1]);
});

test('a job is answered with itself', async () => {
  const asJob = { prefer: 'respond-async' };
  const first = await generate({}, asJob);
  await killed();
  const again = await generate({}, asJob);
  expect(again.statusCode).toBe(202);
  expect(again.headers.location).toBe(first.headers.location);
  expect(again.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id);
  await haveEnded();
  await expect.poll(spent).toBe(1);
  expect(await made()).toBe(1);
});

test('a batch is answered with itself', async () => {
  const items = [1, 2, 3].map((n) => ({ image_base64: photo(`${n}`) }));
  const first = await post('/v1/avatar/batch', { items });
  await killed();
  const again = await post('/v1/avatar/batch', { items });
  expect(again.statusCode).toBe(202);
  expect(again.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id);
  await haveEnded();
  await expect.poll(spent, { timeout: 10_000 }).toBe(3);
  expect(await made()).toBe(3);
});

test('what still runs is asked for again later, and what was cut off is made', async () => {
  await generate();
  await killed();
  await rows(`update generations set status = 'running', heartbeat_at = now() where account_id = $1`);
  const soon = await generate();
  expect(soon.statusCode).toBe(409);
  expect(soon.headers['retry-after']).toBe('1');
  await rows(
    `update generations set status = 'failed', error = '{"code":"interrupted","status":503}' where account_id = $1`,
  );
  const again = await generate();
  expect(again.statusCode).toBe(200);
  expect(again.headers).not.toHaveProperty('idempotency-replayed');
  expect(await made()).toBe(2);
});

test('a refusal stays a refusal', async () => {
  const options = { image_base64: photo('refuse') };
  const first = await post('/v1/avatar/generate', options);
  await killed();
  const again = await post('/v1/avatar/generate', options);
  const { instance: _instance, ...problem } = first.json<Record<string, unknown>>();
  expect([again.statusCode, again.json()]).toEqual([422, expect.objectContaining(problem)]);
  expect(await made()).toBe(1);
});

/** The process dies when the answer of its request is to be written down. */
async function dyingBeforeItsAnswer(ask: () => Promise<unknown>): Promise<void> {
  const { idempotency } = world.server.services;
  const begin = vi.spyOn(idempotency, 'begin').mockImplementationOnce(async (...words) => {
    begin.mockRestore();
    const found = await idempotency.begin(...words);
    if (found.kind !== 'first') return found;
    return { ...found, request: { ...found.request, save: () => Promise.reject(new Error('dead')) } };
  });
  await ask();
  await rows(`update idempotency_keys set locked_until = now() - interval '1 second' where account_id = $1`);
}

test('a drawing is charged with its answer, or not at all', async () => {
  const draw = () => post('/v1/characters/draw', { text: 'a man' });
  await dyingBeforeItsAnswer(draw);
  const again = await draw();
  expect(again.statusCode).toBe(200);
  expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', 'x-credits-charged': '1' });
  expect(again.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(again.json()).toMatchObject({ credits_charged: 1, avatar_base64: expect.any(String) });
  expect(await spent()).toBe(1);
  expect((await draw()).json()).toEqual(again.json());
});

test.each([
  ['/chat', { message: 'a bald man', stream: false }],
  ['/v1/chat/completions', { messages: [{ role: 'user', content: 'a bald man' }] }],
])('a message to %s is charged with its answer, or not at all', async (url, body) => {
  const say = () => post(url, body);
  await dyingBeforeItsAnswer(say);
  const again = await say();
  expect(again.statusCode).toBe(200);
  expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', 'x-credits-charged': '1' });
  expect(again.json()).toMatchObject({ status: 'ok', generations: [expect.any(Object)] });
  expect(await spent()).toBe(1);
});

test('a key whose request may have made something is not forgotten, whatever it was answered', async () => {
  const { database, idempotency } = world.server.services;
  const first = async (key: string) => {
    const found = await idempotency.begin(id, key, 'same');
    if (found.kind !== 'first') throw new Error(`Expected the first request, and it is ${found.kind}`);
    return found.request;
  };
  const bound = await first('bound');
  await database.transaction((transaction) => bound.bind(transaction, 'avt_1'));
  await bound.forget();
  expect((await first('bound')).boundTo).toBe('avt_1');
  const kept = await first('kept');
  const answer = { statusCode: 200, headers: {}, body: '{}' };
  await database.transaction((transaction) => kept.saveIn(transaction, answer));
  await kept.forget();
  await kept.save({ ...answer, statusCode: 500 });
  expect(await idempotency.begin(id, 'kept', 'same')).toEqual({ kind: 'replay', answer });
});

test('what found no room is made when its request comes again', async () => {
  await generate();
  await killed();
  await rows(
    `update generations set status = 'failed', error = '{"code":"overloaded","status":503}' where account_id = $1`,
  );
  expect((await generate()).statusCode).toBe(200);
  expect(await made()).toBe(2);
});

test('nothing is made for a key that was taken over meanwhile', async () => {
  const { idempotency, database } = world.server.services;
  const found = await idempotency.begin(id, 'k', 'same');
  if (found.kind !== 'first') throw new Error('Expected the first request');
  await rows(`update idempotency_keys set owner = 'another' where account_id = $1`);
  const bound = database.transaction((transaction) => found.request.bind(transaction, 'avt_1'));
  await expect(bound).rejects.toThrow('taken over');
});
