import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

let world: TestServer;
let theirs: Record<string, string>;
let mine: Record<string, string>;
let ids: Record<'avatar' | 'job' | 'input' | 'batch', string>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  mine = (await world.account()).headers;
  theirs = (await world.account()).headers;
  const post = async (url: string, payload: object, more = {}) =>
    (await call('POST', url, { ...mine, ...more }, payload)).json<{ id: string; input_id: string }>();
  const body = { image_base64: photo('a photo'), session_id: 'iso' };
  const { id, input_id } = await post('/v1/avatar/generate', body, { 'idempotency-key': 'iso-1' });
  const batch = await post('/v1/avatar/batch', { items: [{ image_base64: photo('slow:3000') }] });
  const job = await post('/v1/avatar/generate', body, { prefer: 'respond-async' });
  ids = { avatar: id, job: job.id, input: input_id, batch: batch.id };
});
afterAll(() => world[Symbol.asyncDispose]());

const call = (method: string, url: string, headers: Record<string, string>, payload?: object) =>
  world.app.inject({ method: method as 'GET', url, headers, ...(payload && { payload }) });
const nobodys = (id: string) => id.replace(/_.*/, `_${'0'.repeat(32)}`);
const withoutName = (body: string) => body.replace(/"instance":"[^"]*"/, '');

type Foreign = [
  method: string,
  kind: keyof typeof ids,
  url: string,
  body: (id: string) => object | undefined,
];
const nothing = () => undefined;
test.each<Foreign>([
  ['GET', 'avatar', '/v1/jobs/ID', nothing],
  ['GET', 'avatar', '/v1/jobs/ID/events', nothing],
  ['DELETE', 'job', '/v1/jobs/ID', nothing],
  ['DELETE', 'avatar', '/v1/outputs/ID', nothing],
  ['DELETE', 'input', '/v1/inputs/ID', nothing],
  ['GET', 'batch', '/v1/batches/ID', nothing],
  ['DELETE', 'batch', '/v1/batches/ID', nothing],
  ['GET', 'batch', '/v1/batches/ID/archive.zip', nothing],
  ['POST', 'avatar', '/v1/avatar/ID/choice', () => ({ choice: 'declined' })],
  ['POST', 'input', '/v1/avatar/generate', (id) => ({ input_id: id })],
  ['POST', 'input', '/v1/avatar/validate', (id) => ({ input_id: id })],
  ['POST', 'input', '/v1/avatar/batch', (id) => ({ items: [{ input_id: id }] })],
])('%s of the %s of another account, %s, is as of one that nobody has', async (method, kind, url, body) => {
  const ask = (id: string) => call(method, url.replace('ID', id), theirs, body(id));
  const [foreign, unknown] = [await ask(ids[kind]), await ask(nobodys(ids[kind]))];
  expect([foreign.statusCode, withoutName(foreign.body)]).toEqual([404, withoutName(unknown.body)]);
});

test('sessions, keys of requests, figures and lists are of one account', async () => {
  const session = await call('POST', '/v1/avatar/generate', theirs, { session_id: 'iso' });
  expect(session.statusCode).toBe(404);
  const body = { image_base64: photo('a photo'), session_id: 'iso' };
  const own = await call('POST', '/v1/avatar/generate', { ...theirs, 'idempotency-key': 'iso-1' }, body);
  expect(own.statusCode).toBe(200);
  expect(own.headers).not.toHaveProperty('idempotency-replayed');
  expect(own.json<{ id: string }>().id).not.toBe(ids.avatar);
  const { rows } = (await call('GET', '/v1/analytics', theirs)).json<{ rows: { generations: number }[] }>();
  expect(rows.map(({ generations }) => generations)).toEqual([1]);
  const review = await call('GET', `/v1/review?before=${ids.avatar}`, theirs);
  expect(review.json()).toEqual({ items: [], next: null });
  expect((await call('GET', `/v1/files/${ids.avatar.replace('avt', 'out')}`, theirs)).statusCode).toBe(403);
});

test('what another account tried to cancel is finished', async () => {
  await expect
    .poll(async () => (await call('GET', `/v1/jobs/${ids.job}`, mine)).json<{ status: string }>().status, {
      timeout: 20_000,
    })
    .toBe('succeeded');
});

test.each<[string, (key: string) => Record<string, string>]>([
  ['empty', () => ({ 'x-api-key': '' })],
  ['a space', () => ({ 'x-api-key': '   ' })],
  ['another', () => ({ 'x-api-key': `avatar_${'A'.repeat(43)}` })],
  ['its beginning', (key) => ({ 'x-api-key': key.slice(0, 13) })],
  ['SQL', () => ({ 'x-api-key': "' or 1=1 --" })],
  ['long', () => ({ 'x-api-key': 'a'.repeat(7_000) })],
  ['Basic', (key) => ({ authorization: `Basic ${Buffer.from(`a:${key}`).toString('base64')}` })],
  ['two keys', (key) => ({ 'x-api-key': key, authorization: 'Bearer another' })],
  ['in lower case', (key) => ({ 'x-api-key': key.toLowerCase() })],
  ['in the address', () => ({})],
])('a key that is %s is none', async (_what, headersOf) => {
  const key = mine['x-api-key'];
  expect((await call('GET', `/v1/review?api_key=${key}`, headersOf(key))).statusCode).toBe(401);
});

test('a key is of no use from the moment on in which it is revoked', async () => {
  const { headers } = await world.account();
  expect((await call('GET', '/v1/review', headers)).statusCode).toBe(200);
  await world.server.services.directory.revokeKey(headers['x-api-key'].slice(0, 13));
  expect((await call('GET', '/v1/review', headers)).statusCode).toBe(401);
});

test('names are 128 random bits', () => {
  for (const id of Object.values(ids)) expect(id).toMatch(/^[a-z]{3}_[0-9a-f]{32}$/);
});
