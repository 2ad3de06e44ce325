import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '../../testing/receiver.test-support.js';
import { startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

/** The document's own request. */
const JOHN = {
  name: 'John Doe',
  age: 'Young Adult',
  gender: 'Man',
  ethnicity: 'East Asian',
  orientation: 'square',
  pose: 'close_up',
  style: 'Realistic',
  appearance: 'A confident young man with short black hair and brown eyes',
  callback_url: 'https://example.com/callback',
  callback_id: 'avatarGen123',
};

let receiver: Receiver;
let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    fetchOptions: { isAllowedAddress: (address) => address === '127.0.0.1', ports: [receiver.port] },
  });
  ({ headers } = await world.account());
}, 240_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const generate = (body: object, more: Readonly<Record<string, string>> = headers) =>
  world.app.inject({
    method: 'POST',
    url: '/v1/photo_avatar/photo/generate',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...more },
    payload: JSON.stringify(body),
  });
const job = (id: string, more = headers) => world.app.inject({ url: `/v1/jobs/${id}`, headers: more });

test("the document's request starts a job", async () => {
  const answer = await generate({ ...JOHN, callback_url: `${receiver.url}/callback` });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    job_id: expect.stringMatching(/^job_[0-9a-f]{32}$/),
    status: 'processing',
    message: 'Avatar generation started successfully',
  });
});

test('the callback tells of the picture, once, and the job has it too', async () => {
  const { headers: mine } = await world.account({ billing: 'credits' }, 3);
  const callback = { callback_url: `${receiver.url}/callback`, callback_id: 'mine' };
  const { job_id: id } = (await generate({ ...JOHN, ...callback }, mine)).json<{ job_id: string }>();
  const told = () => receiver.received.filter(({ body }) => body.job_id === id);
  await expect.poll(() => told().length, { timeout: 60_000 }).toBe(1);
  expect(told()[0].body).toEqual({
    job_id: id,
    callback_id: 'mine',
    status: 'completed',
    message: null,
    image_urls: [expect.stringContaining('/v1/files/out_')],
    warnings: [expect.objectContaining({ code: 'realistic-needs-engine' })],
  });
  expect((await job(id, mine)).json()).toMatchObject({
    status: 'succeeded',
    callback_id: 'mine',
    reference: 'John Doe',
    result: { credits_charged: 1, face_count: null, style: 'character_toon3d' },
  });
  expect((await job(id)).statusCode).toBe(404);
}, 90_000);

test('all fields are optional', async () => {
  expect((await generate({})).statusCode).toBe(200);
});

test.each<[string, object]>([
  ['age', { age: 'Old' }],
  ['orientation', { orientation: 'round' }],
  ['appearance', { appearance: 'x'.repeat(1001) }],
  ['appearance', { appearance: 'a naked man' }],
  ['callback_url', { callback_url: 'example.com' }],
])('what is wrong with %s is a 400 that names it', async (field, body) => {
  const answer = await generate(body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ status: 'error', field, message: expect.stringContaining(field) });
  expect(answer.body).not.toContain('naked');
});

test('an empty balance is 422 in this shape, begins nothing, and leaves the key free', async () => {
  const poor = await world.account({ billing: 'credits' }, 0);
  const key = { ...poor.headers, 'idempotency-key': 'k' };
  const { callback_url: _url, ...body } = JOHN;
  const answer = await generate(body, key);
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ status: 'error', code: 'insufficient-credits' });
  await world.server.services.billing.grant(poor.id, 1);
  const first = await generate(body, key);
  expect(first.statusCode).toBe(200);
  expect((await generate(body, key)).json()).toEqual(first.json());
});

test('no key is 401 in this shape', async () => {
  const answer = await generate(JOHN, { 'x-api-key': 'nobody' });
  expect([answer.statusCode, answer.json()]).toMatchObject([401, { status: 'error', code: 'unauthorized' }]);
});
