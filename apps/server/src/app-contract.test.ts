import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

let world: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  headers = (await world.account({ requestsPerMinute: 1_000_000, readsPerMinute: 1_000_000 })).headers;
});
afterAll(() => world[Symbol.asyncDispose]());

const GENERATE = '/v1/avatar/generate';
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, more: object = {}) =>
  world.app.inject({ method, url, headers, ...more });
const post = (url: string, payload: object, more: Record<string, string> = {}) =>
  call('POST', url, { payload, headers: { ...headers, ...more } });
const generate = (options: object = {}, more: Record<string, string> = {}) =>
  post(GENERATE, { image_base64: photo('a photo'), ...options }, more);
const idOf = async (answer: ReturnType<typeof generate>) => (await answer).json<{ id: string }>().id;
/** Events are told until it has ended. */
const ended = (id: string) => call('GET', `/v1/jobs/${id}/events`);

test.each([
  ['style', 'nope'],
  ['platform', 'nope'],
  ['palette', 'nope'],
  ['background', 'nope'],
  ['style_intensity', 0],
  ['style_intensity', 1.1],
  ['smile', 0.6],
  ['yaw_deg', -6],
  ['size', 63],
  ['size', 2049],
  ['size', 'huge'],
  ['seed', -1],
  ['seed', 4_294_967_296],
  ['mode', 'fast'],
  ['min_likeness', 1.1],
  ['min_face_coverage', -1],
  ['on_fail', 'x'],
  ['multi_face', 'x'],
  ['delivery', 'x'],
  ['callback_url', 'ftp://x'],
  ['callback_id', 'x'.repeat(201)],
  ['callback_id', 'a\u0000b'],
  ['reference', '\ud800'],
  ['session_id', 'a b'],
  ['cache_input', 'yes'],
  ['input_id', 'inp_1'],
  ['input_id', `que_${'0'.repeat(32)}`],
  ['image_url', 'notaurl'],
  ['unknown_field', 1],
])('%s: %j is refused by name', async (name, value) => {
  const photoOf = name === 'image_url' || name === 'input_id' ? {} : { image_base64: 'AAAA' };
  const answer = await post(GENERATE, { ...photoOf, [name]: value });
  expect(answer.statusCode).toBe(400);
  expect(answer.json<{ detail: string }>().detail.toLowerCase()).toContain(name.split('_')[0]);
});

test('a smile is for photos: a style that draws a character refuses it', async () => {
  for (const wish of [{ smile: 0.3 }, { yaw_deg: 4 }]) {
    const answer = await generate({ style: 'character_anime', ...wish });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ detail: string }>().detail).toContain('draws a character');
  }
  expect((await generate({ smile: 0.3, yaw_deg: -4 })).statusCode).toBe(200);
});

test('what a request says of itself comes back', async () => {
  const said = {
    platform: 'linkedin',
    style: 'corporate_headshot',
    style_intensity: 0.5,
    seed: 7,
    size: 1200,
    mode: 'eco',
    callback_id: "'; drop table accounts; --",
    reference: '\u202Egnp.exe 👩‍🚀 a\r\nSet-Cookie: x=1',
    session_id: 's-1',
  };
  const answer = await generate(said);
  expect(answer.json()).toMatchObject(said);
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('a session has one seed, and the same request gives the same bytes', async () => {
  const first = await generate({ session_id: 's-9', delivery: 'inline' });
  const again = await post(GENERATE, { session_id: 's-9', delivery: 'inline' });
  const picture = ({ seed, avatar_base64 }: Record<string, unknown>) => [seed, avatar_base64];
  expect(picture(again.json())).toEqual(picture(first.json()));
});

describe('events of a job', () => {
  let id: string;
  beforeAll(async () => {
    id = await idOf(generate({}, { prefer: 'respond-async, wait=10' }));
    await ended(id);
  });
  test.each(['99999999999999999999999', '9223372036854775808', '-5', 'abc', '1e3', ''])(
    'after %j are sent to the result',
    async (last) => {
      const answer = await call('GET', `/v1/jobs/${id}/events`, {
        headers: { ...headers, 'last-event-id': last },
      });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        200,
        expect.stringContaining('text/event-stream'),
      ]);
      expect(answer.body).toContain('event: result');
    },
  );
  test('have names that only grow', async () => {
    const { body } = await call('GET', `/v1/jobs/${id}/events`);
    const names = [...body.matchAll(/^id: (\d+)$/gm)].map(([, name]) => Number(name));
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)].sort((a, b) => a - b));
  });
  test('end with the error of a photo that is refused', async () => {
    const answer = await generate({ image_base64: photo('refuse') }, { accept: 'text/event-stream' });
    expect(answer.body).toMatch(/event: error\ndata: .*"status":422/);
  });
});

test.each([
  ['from=2026-13-01T00:00:00Z', 400],
  ['from=x', 400],
  ['from=0001-01-01T00:00:00Z', 400],
  ['from=2026-01-01T00:00:00Z&from=2026-01-02T00:00:00Z', 400],
  ['to=9999-12-31T23:59:59Z', 200],
  ['to=1970-01-01T00:00:00Z', 200],
  ['from=2027-01-01T00:00:00Z&to=2020-01-01T00:00:00Z', 200],
])('analytics of %s: %i', async (query, status) => {
  expect((await call('GET', `/v1/analytics?${query}`)).statusCode).toBe(status);
});

test('a choice can be changed, and is for what was made', async () => {
  const choose = (id: string, choice: string) => post(`/v1/avatar/${id}/choice`, { choice });
  const made = await idOf(generate());
  expect((await choose(made, 'accepted')).json()).toEqual({ id: made, choice: 'accepted' });
  expect((await choose(made, 'declined')).json()).toEqual({ id: made, choice: 'declined' });
  expect((await choose(made, 'maybe')).statusCode).toBe(400);
  const cancelled = await idOf(generate({ image_base64: photo('slow:9000') }, { prefer: 'respond-async' }));
  const cancel = () => call('DELETE', `/v1/jobs/${cancelled}`);
  for (const answer of [await cancel(), await cancel()])
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'cancelled' }),
    ]);
  expect((await choose(cancelled, 'accepted')).statusCode).toBe(409);
  expect((await call('DELETE', `/v1/jobs/${made}`)).statusCode).toBe(409);
});

test.each([
  ['application/xml', '<x/>', 415],
  ['image/jpeg', 'a photo', 415],
  ['application/json', '', 400],
  ['application/json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400],
  ['application/json', '['.repeat(2_000_000), 400],
  ['application/json', '{"image_base64":"AAAA","__proto__":{"style":"x"}}', 400],
  ['application/json', '{"image_base64":"AAAA","constructor":{"prototype":{"x":1}}}', 400],
  ['application/json', '{"style":"a","style":"b"}', 400],
  ['application/json', '{"image":{"0":1}}', 400],
])('a body of %s, number %#', async (type, payload, status) => {
  const answer = await call('POST', GENERATE, { payload, headers: { ...headers, 'content-type': type } });
  expect(answer.statusCode).toBe(status);
});

test('a body that says that it is packed is refused', async () => {
  const answer = await call('POST', GENERATE, {
    payload: '{}',
    headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
  expect([400, 415]).toContain(answer.statusCode);
});

test('without a key is a 401 that says how', async () => {
  const answer = await call('POST', GENERATE, { payload: {}, headers: {} });
  expect(answer.statusCode).toBe(401);
  expect(answer.headers).toMatchObject({
    'www-authenticate': 'Bearer realm="avatar"',
    'content-type': expect.stringContaining('application/problem+json'),
  });
});

test('a batch has at most 100 photos', async () => {
  const items = Array.from({ length: 101 }, () => ({ image_base64: 'AAAA' }));
  expect((await post('/v1/avatar/batch', { items })).statusCode).toBe(400);
});

test('the headers of pages and answers', async () => {
  const page = await call('GET', '/');
  const json = await call('GET', '/v1/review');
  for (const { headers: given } of [page, json, await call('GET', '/docs/')])
    expect(given).toMatchObject({
      'content-security-policy': expect.any(String),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
  expect(json.headers['cache-control']).toBe('no-store');
  const strange = await call('GET', '/v1/review', {
    headers: { ...headers, origin: 'https://evil.example' },
  });
  expect(strange.headers).not.toHaveProperty('access-control-allow-origin');
});
