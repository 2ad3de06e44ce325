import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer();
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

const post = (url: string, payload: object | string, more: object = {}) =>
  world.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers, ...more },
    payload,
  });
const complete = (content: unknown, more: object = {}) =>
  post('/v1/chat/completions', { messages: [{ role: 'user', content }], ...more });
const text = { type: 'text', text: 'a cartoon' };
const picture = { type: 'image_url', image_url: `data:image/png;base64,${photo('face')}` };

test.each<[string, unknown, object?]>([
  ['NUL in a text', 'a bald\0 man'],
  ['NUL in a part', [{ type: 'text', text: 'a bald\0 man' }]],
  ['half a character', 'a bald man \ud800'],
  ['a message beyond its length', 'a bald man '.repeat(200)],
  ['more photos than a message has', [text, ...Array.from({ length: 5 }, () => picture)]],
  ['a photo that is no address', [text, { type: 'image_url', image_url: 5 }]],
  ['a photo without one', [text, { type: 'image_url', image_url: {} }]],
  ['more parts than anybody writes', Array.from({ length: 101 }, () => text)],
  ['a model that every chunk would repeat', 'a bald man', { model: 'm'.repeat(129) }],
])('a completion with %s is a 400', async (_name, content, more) => {
  expect((await complete(content, more)).statusCode).toBe(400);
});

test('what is wrong with a body is told in few words, however much it is', async () => {
  const many = await post('/v1/avatar/batch', { items: Array.from({ length: 500 }, () => 1) });
  expect(many.statusCode).toBe(400);
  expect(many.json<{ errors: object[] }>().errors).toHaveLength(20);
  const more = await post('/v1/avatar/batch', { items: Array.from({ length: 1001 }, () => 1) });
  expect(more.json<{ errors: object[] }>().errors).toHaveLength(1);
  const names = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`name${at}`, 1]));
  const unknown = await post('/v1/avatar/generate', { image_base64: photo('face'), ...names });
  expect(unknown.statusCode).toBe(400);
  expect(unknown.body.length).toBeLessThan(2000);
});

test('a body that fills the stack is refused with a key, as nothing was begun', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const body = `{"message":"hello","stream":false,"more":${deep}}`;
  expect((await post('/chat', body, { 'idempotency-key': 'deep' })).statusCode).toBe(400);
});

test('the head of an answer makes no picture', async () => {
  const url = '/chat?message=a%20bald%20man&session_id=head';
  const answer = await world.app.inject({ method: 'HEAD', url, headers });
  expect(answer.statusCode).toBe(405);
});

test('an Idempotency-Key is of one API key and one session', async () => {
  const { id, headers: mine } = await world.account();
  const other = { 'x-api-key': await world.server.services.directory.createKey(id) };
  const body = { message: 'a bald man', stream: false };
  const once = { ...mine, 'idempotency-key': 'once' };
  expect((await post('/chat', body, once)).statusCode).toBe(200);
  expect((await post('/chat', body, once)).headers['idempotency-replayed']).toBe('true');
  for (const more of [other, { 'x-session-id': 'another' }])
    expect((await post('/chat', body, { ...once, ...more })).statusCode).toBe(422);
});

test('a picture whose message could not be written down is given back at once', async () => {
  const { id, headers: payer } = await world.account({ billing: 'credits' }, 1);
  const { store } = world.server.services.conversations;
  const save = store.save.bind(store);
  Object.assign(store, { save: () => Promise.reject(new Error('broken')) });
  const answer = await post('/chat', { message: 'a bald man', stream: false }, payer);
  Object.assign(store, { save });
  expect(answer.statusCode).toBe(500);
  expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 1 });
});

test('with a person goes what their conversation became later, and every answer that is kept', async () => {
  const { headers: mine } = await world.account();
  const chat = { message: 'a bald man', stream: false, session_id: 'two', reference: 'grace' };
  const drawing = { text: 'a bald man', reference: 'grace' };
  const first = await post('/chat', chat, { ...mine, 'idempotency-key': 'chat' });
  await post('/v1/characters/draw', drawing, { ...mine, 'idempotency-key': 'draw' });
  await post('/chat', { ...chat, message: 'in warm light', reference: 'ada' }, mine);
  const url = '/v1/people/grace';
  const erased = await world.app.inject({ method: 'DELETE', url, headers: mine });
  expect(erased.json()).toMatchObject({ removed: { conversations: 1, answers: 2 } });
  const memory = await world.app.inject({ url: '/memory?session_id=two', headers: mine });
  expect(memory.json()).toMatchObject({ total_exchanges: 0 });
  const again = await post('/chat', chat, { ...mine, 'idempotency-key': 'chat' });
  expect(again.headers).not.toHaveProperty('idempotency-replayed');
  expect(again.json<object>()).not.toMatchObject({ task_id: first.json<{ task_id: string }>().task_id });
});

test('a picture of somebody who is erased while it is drawn is kept by nobody, and costs nothing', async () => {
  const { id, headers: mine } = await world.account({ billing: 'credits' }, 1);
  const { store } = world.server.services.conversations;
  const save = store.save.bind(store);
  const erase = () => world.app.inject({ method: 'DELETE', url: '/v1/people/grace', headers: mine });
  Object.assign(store, {
    save: async (...asked: Parameters<typeof save>) => {
      await erase();
      return save(...asked);
    },
  });
  const answer = await post('/chat', { message: 'a bald man', stream: false, reference: 'grace' }, mine);
  Object.assign(store, { save });
  expect(answer.statusCode).toBe(409);
  const left = await world.server.services.database.query(
    'select 1 from stored_objects where account_id = $1',
    [id],
  );
  expect(left.rows).toEqual([]);
  expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 1 });
});

test('of somebody of whom there is nothing, no table is rewritten', async () => {
  const { database } = world.server.services;
  const scrub = database.scrub.bind(database);
  let times = 0;
  Object.assign(database, {
    scrub: () => {
      times++;
      return Promise.resolve();
    },
  });
  const erase = () => world.app.inject({ method: 'DELETE', url: '/v1/people/lina', headers });
  await erase();
  expect(times).toBe(0);
  await post('/chat', { message: 'a bald man', stream: false, reference: 'lina', session_id: 'lina' });
  await erase();
  expect(times).toBe(1);
  Object.assign(database, { scrub });
});

test('more answers than one are refused, and what to write instead is said', async () => {
  expect((await complete('hello', { n: 1 })).statusCode).toBe(200);
  const several = await complete('hello', { n: 2 });
  expect(several.statusCode).toBe(400);
  expect(several.body).toContain('four variations');
});
