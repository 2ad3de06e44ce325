import { request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { batchArchive } from './api/v1/batch-archive.js';
import type { GenerationRecord } from './generations/index.js';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

const postgres = process.env.AVATAR_TEST_DATABASE_URL !== undefined;
const LIMIT = 1_000_000;

let world: TestServer;
let port: number;
let id: string;
let key: string;
beforeAll(async () => {
  world = await startTestServer({
    postgres,
    env: {
      AVATAR_MAX_UPLOAD_BYTES: String(LIMIT),
      AVATAR_MAX_FORM_BYTES: String(2 * LIMIT),
      AVATAR_MAX_BYTES_IN_FLIGHT: String(2 * LIMIT),
      AVATAR_RECEIVE_MS: '1000',
      AVATAR_MAX_QUEUED: '4',
      AVATAR_REQUESTS_PER_MINUTE: '10000',
    },
  });
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  const account = await world.account();
  id = account.id;
  key = account.headers['x-api-key'];
});

/**
 * A request whose body does not come, or only this much of it; `heard` is what is answered, `isOver` whether the
 * connection ended.
 */
function begin(line: string, headers: Record<string, string>, body = '') {
  const socket: Socket = connect(port, '127.0.0.1');
  const state = { socket, heard: '', isOver: false };
  const all = { host: '127.0.0.1', ...headers };
  const text = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${line} HTTP/1.1\r\n${text.join('')}\r\n${body}`);
  socket.on('data', (data) => (state.heard += data.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => (state.isOver = true));
  return state;
}
const statusOf = (state: { heard: string }) => Number(/^HTTP\/1\.1 (\d+)/.exec(state.heard)?.[1] ?? 0);
const answered = (state: { heard: string }, status: number) =>
  expect.poll(() => statusOf(state), { timeout: 10_000 }).toBe(status);
const GENERATE = 'POST /v1/avatar/generate';
const json = { 'content-type': 'application/json' };

describe('bodies', () => {
  test.each([
    ['of an unknown address', 'POST /nowhere', {}, 404],
    ['without a key', GENERATE, {}, 401],
    ['for the key of the page', 'POST /demo/key', {}, 413],
  ])('%s are not received', async (_what, line, headers, status) => {
    const asked = begin(line, { ...json, ...headers, 'content-length': '30000000' }, '{');
    await answered(asked, status);
    expect(asked.heard.toLowerCase()).toContain('connection: close');
    await expect.poll(() => asked.isOver, { timeout: 10_000 }).toBe(true);
  });

  test('of a form that is refused in the middle are let go of', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=b', 'transfer-encoding': 'chunked' };
    const part = `--b\r\ncontent-disposition: form-data; name="images"; filename="a"\r\n\r\n${'a'.repeat(800_000)}\r\n`;
    // The fourth file is too much, and a fifth is on its way.
    const sent = `${part.repeat(4)}--b\r\n`;
    const chunk = `${sent.length.toString(16)}\r\n${sent}`;
    const asked = begin('POST /v1/avatar/batch', { ...form, 'x-api-key': key }, chunk);
    await answered(asked, 413);
    expect(asked.heard.toLowerCase()).toContain('connection: close');
  });

  test('that say that they are too large are not received', async () => {
    const asked = begin(GENERATE, { ...json, 'x-api-key': key, 'content-length': '30000000' }, '{');
    await answered(asked, 413);
    const form = { 'content-type': 'multipart/form-data; boundary=b', 'x-api-key': key };
    await answered(begin('POST /v1/avatar/batch', { ...form, 'content-length': '30000000' }, '--b'), 413);
  });

  test('take no more memory together than they may, and those of one account half of it', async () => {
    const half = { ...json, 'content-length': String(LIMIT) };
    const first = begin(GENERATE, { ...half, 'x-api-key': key }, '{');
    const another = (await world.account()).headers['x-api-key'];
    const second = begin(GENERATE, { ...half, 'x-api-key': another }, '{');
    await new Promise((done) => void setTimeout(done, 200));
    const third = begin(GENERATE, { ...half, 'x-api-key': key }, '{');
    await answered(third, 503);
    expect(third.heard.toLowerCase()).toContain('retry-after: 2');
    first.socket.destroy();
    second.socket.destroy();
    const send = () =>
      world.app.inject({
        method: 'POST',
        url: '/v1/avatar/generate',
        headers: { 'x-api-key': key },
        payload: { image_base64: photo('a photo') },
      });
    await expect.poll(async () => (await send()).statusCode, { timeout: 5_000 }).toBe(200);
  });

  test('of a pipeline that is cut are let go of', async () => {
    const body = JSON.stringify({ image_base64: photo('slow:300') }).padEnd(100_000);
    const headers = { ...json, 'x-api-key': key, 'content-length': String(body.length) };
    const sockets = Array.from({ length: 4 }, () => {
      const first = begin(GENERATE, headers, body);
      for (let behind = 0; behind < 5; behind++)
        first.socket.write(
          `${GENERATE} HTTP/1.1\r\nhost: a\r\n${Object.entries(headers)
            .map(([name, value]) => `${name}: ${value}\r\n`)
            .join('')}\r\n${body}`,
        );
      return first.socket;
    });
    await new Promise((done) => setTimeout(done, 200));
    sockets.forEach((socket) => socket.destroy());
    const { server } = world.app;
    const connections = () => new Promise<number>((done) => server.getConnections((_, count) => done(count)));
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
    const large = begin(
      GENERATE,
      { ...headers, 'content-length': String(0.95 * LIMIT) },
      '{}'.padEnd(0.95 * LIMIT),
    );
    await answered(large, 400);
  });

  test('that do not come in time end their connection', async () => {
    const slow = begin(GENERATE, { ...json, 'x-api-key': key, 'content-length': '100' }, '{');
    const trickle = setInterval(() => slow.socket.write(' '), 400);
    await expect.poll(() => slow.isOver, { timeout: 20_000 }).toBe(true);
    clearInterval(trickle);
  }, 30_000);
});

test.each([
  ['127.0.0.1:8080', 200],
  ['localhost', 200],
  ['evil.example', 404],
])('the key of the page goes to a browser that asked %s: %i', async (host, expected) => {
  const status = await new Promise((done, failed) => {
    const headers = { host, 'sec-fetch-site': 'same-origin' };
    request({ host: '127.0.0.1', port, path: '/demo/key', method: 'POST', headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', failed)
      .end();
  });
  expect(status).toBe(expected);
});

test('answers with signed links are kept nowhere, and an event that nobody knows is no trouble', async () => {
  const headers = { 'x-api-key': key };
  const payload = { image_base64: photo('a photo') };
  const made = await world.app.inject({ method: 'POST', url: '/v1/avatar/generate', headers, payload });
  expect(made.headers['cache-control']).toBe('no-store');
  const events = await world.app.inject({
    url: `/v1/jobs/${made.json<{ id: string }>().id}/events`,
    headers: { ...headers, accept: 'text/event-stream', 'last-event-id': '9223372036854775808' },
  });
  expect([events.statusCode, events.body.includes('event: result')]).toEqual([200, true]);
});

test('files of a form have a limit together, and a number', async () => {
  const form = new FormData();
  for (let i = 0; i < 3; i++) form.append('images', new Blob([new Uint8Array(800_000)]), 'a');
  const url = `http://127.0.0.1:${port}`;
  const send = (path: string) =>
    fetch(url + path, { method: 'POST', body: form, headers: { 'x-api-key': key } });
  expect((await send('/v1/avatar/batch').catch(() => ({ status: 413 }))).status).toBe(413);
  const two = new FormData();
  for (let i = 0; i < 2; i++) two.append('image', new Blob([new Uint8Array(10)]), 'a');
  const answer = await fetch(`${url}/v1/avatar/generate`, {
    method: 'POST',
    body: two,
    headers: { 'x-api-key': key },
  });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'invalid-request']);
});

test('who finds no place leaves nothing, and one account leaves places to another', async () => {
  const generate = (apiKey: string, words: string) =>
    world.app.inject({
      method: 'POST',
      url: '/v1/avatar/generate',
      headers: { 'x-api-key': apiKey },
      payload: { image_base64: photo(words), callback_url: 'https://example.com/hook' },
    });
  const other = (await world.account()).headers['x-api-key'];
  const many = Array.from({ length: 12 }, () => generate(key, 'slow:300'));
  await expect
    .poll(() => world.server.services.database.query(`select 1 from generations where status = 'running'`))
    .toMatchObject({ rows: [{}] });
  const one = generate(other, 'a photo');
  const statuses = (await Promise.all(many)).map(({ statusCode }) => statusCode);
  expect((await one).statusCode).toBe(200);
  const made = statuses.filter((status) => status === 200).length;
  expect(statuses.filter((status) => status === 503).length).toBe(12 - made);
  expect(made).toBeLessThan(12);
  const { rows } = await world.server.services.database.query(
    `select (select count(*)::int from generations where account_id = $1) as made,
            (select count(*)::int from webhook_deliveries where account_id = $1) as told`,
    [id],
  );
  expect(rows).toEqual([{ made, told: made }]);
});

test('pictures of an archive are read one after the other, as they are taken', async () => {
  let read = 0;
  const archive = {
    has: () => Promise.resolve(true),
    read: () => {
      read++;
      return Promise.resolve({ bytes: new Uint8Array(1_000_000), contentType: 'image/png', expiresAt: null });
    },
  };
  const record = (batchIndex: number) =>
    ({
      id: 'avt_1',
      accountId: 'acc_1',
      batchIndex,
      status: 'succeeded',
      request: {},
      createdAt: new Date(),
      pictures: { avatarKey: 'out_1', thumbnailKey: 'thm_1', expiresAt: '' },
    }) as unknown as GenerationRecord;
  const zip = await batchArchive(
    archive,
    Array.from({ length: 20 }, (_, index) => record(index)),
  );
  await new Promise((done) => void setTimeout(done, 300));
  expect(read).toBeLessThan(4);
  let bytes = 0;
  for await (const chunk of zip) bytes += (chunk as Buffer).length;
  expect([read, bytes > 20_000_000]).toEqual([20, true]);
});

test('a server that closes waits for no body that trickles', async () => {
  const closing = await startTestServer({ postgres });
  await closing.app.listen({ host: '127.0.0.1', port: 0 });
  const { headers } = await closing.account();
  const socket = connect((closing.app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `${GENERATE} HTTP/1.1\r\nhost: a\r\nx-api-key: ${headers['x-api-key']}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`,
  );
  await new Promise((done) => void setTimeout(done, 300));
  await closing[Symbol.asyncDispose]();
  socket.destroy();
}, 120_000);
