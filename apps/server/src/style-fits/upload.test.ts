import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import yazl from 'yazl';
import { storedOf } from '../testing/left-behind.test-support.js';
import {
  form,
  pictures,
  sendStyle,
  type File,
  type Headers,
  type StyleAnswer,
} from '../testing/style-request.test-support.js';
import { startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
let headers: Headers;
beforeAll(async () => {
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    env: {
      AVATAR_MIN_STYLE_EXAMPLES: '8',
      AVATAR_MAX_UPLOAD_BYTES: '20000',
      AVATAR_MAX_FORM_BYTES: '100000',
    },
  });
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  ({ headers } = await world.account({}, 0));
});
afterAll(() => world[Symbol.asyncDispose]());
afterEach(() => expect.poll(() => storedOf(world.dataDir, 'queued'), { timeout: 20_000 }).toEqual([]));

async function zipOf(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}
const many = (count: number, content: string | Uint8Array = 'a picture') =>
  Array.from({ length: count }, (_, i) => [`set/${i}.jpg`, content] as const);

test('a ZIP file is as good as its pictures, and one of it may be no picture', async () => {
  const zip = await zipOf([...many(8), ['set/notes.txt', 'broken'], ['__MACOSX/0.jpg', 'hidden']]);
  const sent = await sendStyle(world, headers, [['archive', zip]]);
  expect(sent.json()).toMatchObject({ status: 'queued', progress: { of: 9 } });
  const { style_token: token } = sent.json<StyleAnswer>();
  const look = async () =>
    (await world.app.inject({ url: `/v1/styles/${token}`, headers })).json<StyleAnswer>();
  await expect.poll(async () => (await look()).status, { timeout: 20_000 }).toBe('ready');
  expect((await look()).report).toMatchObject({ used: 8, left_out: [{ index: 8 }] });
});

test.each<[string, () => Promise<Uint8Array>, number, object]>([
  ['no archive', async () => Buffer.from('no archive'), 400, { code: 'invalid-request' }],
  ['an archive of too few', () => zipOf(many(7)), 422, { reason: 'too-few-examples' }],
  ['an archive of too many', () => zipOf(many(201)), 422, { reason: 'too-many-examples' }],
  [
    'a bomb',
    () => zipOf([...many(8), ['x.png', Buffer.alloc(5_000_000)]]),
    413,
    { code: 'payload-too-large' },
  ],
  ['an archive of nothing', () => zipOf([]), 422, { reason: 'too-few-examples' }],
])('%s is refused with advice, and nothing is kept', async (_what, zip, status, problem) => {
  const answer = await sendStyle(world, headers, [['archive', await zip()]]);
  expect([answer.statusCode, answer.json()]).toMatchObject([status, problem]);
});

test('a picture, and all of them together, have a limit', async () => {
  const large = await sendStyle(world, headers, [...pictures(8), ['images', 'x'.repeat(20_001)]]);
  expect(large.json()).toMatchObject({ code: 'payload-too-large' });
  const all = await sendStyle(world, headers, pictures(8, 'x'.repeat(15_000)));
  expect(all.json()).toMatchObject({ code: 'payload-too-large' });
});

test('several archives have the limit of one', async () => {
  const zip = await zipOf(many(4, 'x'.repeat(15_000)));
  const answer = await sendStyle(world, headers, [
    ['archive', zip],
    ['archive', zip],
  ]);
  expect(answer.json()).toMatchObject({ code: 'payload-too-large' });
  expect(answer.json<{ detail: string }>().detail).toContain('unpacked');
});

test('of requests that come together no more are taken than may be made at once', async () => {
  const { headers: theirs } = await world.account();
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => sendStyle(world, theirs, pictures(8, 'slow:300'))),
  );
  expect(sent.map(({ statusCode }) => statusCode).filter((status) => status === 202)).toHaveLength(2);
  expect(new Set(sent.map(({ statusCode }) => statusCode))).toEqual(new Set([202, 429]));
  for (const one of sent.filter(({ statusCode }) => statusCode === 202))
    await world.app.inject({
      method: 'DELETE',
      url: `/v1/styles/${one.json<StyleAnswer>().style_token}`,
      headers: theirs,
    });
});

test('the same files in other places are another request', async () => {
  const { headers: theirs } = await world.account();
  const keyed = { ...theirs, 'idempotency-key': 'places' };
  const others = pictures(8);
  const first = await sendStyle(world, keyed, [['preview', 'somebody'], ...others]);
  expect(first.statusCode).toBe(202);
  const second = await sendStyle(world, keyed, [['images', 'somebody'], ...others]);
  expect(second.json()).toMatchObject({ code: 'idempotency-request-differs' });
  const again = await sendStyle(world, keyed, [['preview', 'somebody'], ...others]);
  expect(again.headers['idempotency-replayed']).toBe('true');
});

test.each<[string, object]>([
  ['an address of this machine', { image_urls: Array.from({ length: 8 }, () => 'http://127.0.0.1/a.jpg') }],
  ['a preview from this machine', { image_urls: [], preview_url: 'http://169.254.169.254/latest' }],
])('%s is refused before anything is fetched', async (_what, payload) => {
  const answer = await world.app.inject({ method: 'POST', url: '/v1/styles', headers, payload });
  expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'input-rejected' }]);
});

test.each<[string, object]>([
  ['digests in the place of files', { uploaded: 'abc' }],
  ['an unknown field', { images: [] }],
  ['a name of nothing', { name: '' }],
  ['a callback that is no address', { callback_url: 'ftp://a.example' }],
])('%s is refused', async (_what, payload) => {
  const answer = await world.app.inject({ method: 'POST', url: '/v1/styles', headers, payload });
  expect(answer.statusCode).toBe(400);
});

test('a store that fails is not the fault of the form', async () => {
  const save = vi.spyOn(world.server.services.archive, 'save').mockRejectedValueOnce(new Error('disk'));
  const answer = await sendStyle(world, headers, pictures(8));
  save.mockRestore();
  expect(answer.statusCode).toBe(500);
});

test('nothing is left of a caller who goes away in the middle', async () => {
  const { payload, type } = await form(pictures(8));
  const { port } = world.app.server.address() as AddressInfo;
  const upload = request({
    port,
    path: '/v1/styles',
    method: 'POST',
    headers: { ...headers, 'content-type': type, 'content-length': payload.byteLength },
  });
  upload.on('error', () => undefined);
  upload.write(payload.subarray(0, payload.byteLength / 2));
  await expect
    .poll(async () => (await storedOf(world.dataDir, 'queued')).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  upload.destroy();
});

test.each<[string, File[]]>([
  ['pictures', pictures(8)],
  ['a photo of the preview', [['preview', 'me'], ['images', 'x'.repeat(16_000)], ...pictures(7)]],
])('%s that the sweep took for forgotten make no style', async (_what, files) => {
  const { payload, type } = await form(files);
  const { archive, database } = world.server.services;
  const { port } = world.app.server.address() as AddressInfo;
  const upload = request({
    port,
    path: '/v1/styles',
    method: 'POST',
    headers: { ...headers, 'content-type': type, 'content-length': payload.byteLength },
  });
  const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
  upload.write(payload.subarray(0, payload.byteLength / 2));
  await expect
    .poll(async () => (await storedOf(world.dataDir, 'queued')).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await database.query(`update stored_objects set created_at = 'epoch' where kind = 'queued'`);
  await archive.sweep();
  upload.end(payload.subarray(payload.byteLength / 2));
  const [answer] = await answered;
  expect([answer.statusCode, await json(answer)]).toMatchObject([503, { code: 'interrupted' }]);
});

test('a key that may only read makes no style', async () => {
  const { id } = await world.account();
  const key = await world.server.services.directory.createKey(id, { scopes: ['read'] });
  const answer = await sendStyle(world, { 'x-api-key': key }, pictures(8));
  expect(answer.json()).toMatchObject({ code: 'scope-missing' });
});
