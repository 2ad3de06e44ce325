import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '../../testing/receiver.test-support.js';
import { startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

const KEYS = ['app_id', 'error', 'error_data', 'input', 'output', 'status', 'task_id', 'time_required'];

let receiver: Receiver;
let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    fetchOptions: { isAllowedAddress: (address) => address === '127.0.0.1', ports: [receiver.port] },
  });
  ({ headers } = bearer(await world.account()));
}, 240_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const bearer = ({ id, headers: { 'x-api-key': key } }: Awaited<ReturnType<TestServer['account']>>) => ({
  id,
  headers: { authorization: `Bearer ${key}` },
});
const post = (url: string, payload: object, more: Readonly<Record<string, string>> = headers) =>
  world.app.inject({ method: 'POST', url, headers: more, payload });
const image = (body: object, more = headers) => post('/getImageToImage', body, more);
interface Answer {
  readonly output: string[];
  readonly task_id: string;
  readonly input: { readonly warnings: { readonly code: string }[] };
}
const drawingOf = async (taskId: string) =>
  (
    await world.server.services.database.query(
      `select request->'drawing' as drawing from generations where batch_id = $1 order by batch_index`,
      [`bat_${taskId}`],
    )
  ).rows.map(({ drawing }) => drawing);

test('answers a request of the document with exactly its keys', async () => {
  const answer = await image({
    app_id: 'face-avatar',
    file_url: `${receiver.url}/face.jpg`,
    prompt: 'None',
    negative_prompt: null,
    batch: 2,
    height: 512,
    width: 512,
    num_inference_steps: 30,
    guidance_scale: 7.5,
    gender: 'woman',
    remove_background: false,
    bg_color: null,
    celery: false,
  });
  expect(answer.statusCode).toBe(200);
  expect(Object.keys(answer.json<object>()).sort()).toEqual(KEYS);
  expect(answer.json()).toMatchObject({
    time_required: expect.any(Number),
    error: null,
    error_data: null,
    app_id: 'face-avatar',
    status: 'SUCCESS',
    task_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    output: [expect.stringContaining('/v1/files/out_'), expect.stringContaining('/v1/files/out_')],
    input: { batch: 2, num_inference_steps: 30 },
  });
  expect(answer.json<Answer>().input.warnings.map(({ code }) => code)).toEqual(['ignored', 'ignored']);
  // One photo, however many pictures; the default look before plain black; the same face, turned.
  expect(receiver.fetched).toEqual(['/face.jpg']);
  const [first, second] = (await drawingOf(answer.json<Answer>().task_id)) as Record<string, unknown>[];
  expect(first).toMatchObject({ look: 'toon3d', background: '#000000', framing: 'half_body', pose: {} });
  expect(second).toMatchObject({ seed: first.seed, pose: { yaw: 14 } });
}, 90_000);

test('a person in words: look, ground and what is left out', async () => {
  const draw = async (body: object) => {
    const answer = (await image({ celery: true, ...body })).json<Answer>();
    return (await drawingOf(answer.task_id))[0] as Record<string, unknown>;
  };
  expect(await draw({ prompt: 'an anime woman at the beach' })).toMatchObject({
    look: 'anime',
    background: 'beach_sunset',
  });
  expect(await draw({ prompt: 'a man', app_id: 'flat', bg_color: '#FFFFFF' })).toMatchObject({
    look: 'flat',
    background: '#FFFFFF',
  });
  expect(await draw({ width: 1536, height: 768 })).toMatchObject({ size: { widthPx: 1536, heightPx: 768 } });
  expect(await draw({ width: 256, height: 1536 })).toMatchObject({ size: { widthPx: 256, heightPx: 597 } });
  expect(await draw({ remove_background: true, bg_color: '#FFFFFF' })).toMatchObject({
    background: 'transparent',
  });
  expect(await draw({ prompt: 'a man', negative_prompt: 'glasses, beard' })).toMatchObject({
    edits: [
      { op: 'set', path: 'glasses.style', value: 'none' },
      { op: 'set', path: 'facial_hair.style', value: 'none' },
    ],
  });
});

test('with celery, a task is there at once and told of by both routes in the same shape', async () => {
  const started = (await image({ celery: true })).json<Answer>();
  expect(Object.keys(started).sort()).toEqual(KEYS);
  const { task_id } = started;
  const get = () => world.app.inject({ url: `/getTaskStatus/${task_id}`, headers });
  await expect
    .poll(async () => (await get()).json<{ status: string }>().status, { timeout: 60_000 })
    .toBe('SUCCESS');
  const told = (await get()).json<Answer>();
  expect(Object.keys(told).sort()).toEqual(KEYS);
  expect(told.output).toHaveLength(1);
  expect((await post('/getTaskStatus', { task_id })).json()).toMatchObject({ task_id, status: 'SUCCESS' });
  const { headers: theirs } = bearer(await world.account());
  const foreign = await world.app.inject({ url: `/getTaskStatus/${task_id}`, headers: theirs });
  const nobodys = await world.app.inject({ url: `/getTaskStatus/${'0'.repeat(32)}`, headers: theirs });
  expect([foreign.statusCode, foreign.body]).toEqual([404, nobodys.body]);
}, 90_000);

test.each<[string, object]>([
  ['batch', { batch: 9 }],
  ['width', { width: 255 }],
  ['height', { height: 1537 }],
  ['num_inference_steps', { num_inference_steps: 51 }],
  ['guidance_scale', { guidance_scale: 31 }],
  ['bg_color', { bg_color: 'white' }],
])('%s out of its range is said in this shape', async (field, body) => {
  const answer = await image(body);
  expect(answer.statusCode).toBe(400);
  expect(Object.keys(answer.json<object>()).sort()).toEqual(KEYS);
  expect(answer.json()).toMatchObject({
    status: 'FAILURE',
    output: [],
    error: expect.stringContaining(field),
    error_data: { code: 'invalid-request', fields: [expect.objectContaining({ field })] },
  });
});

test('an empty balance, refused words, a private address and a missing key are told in this shape', async () => {
  const { headers: poor } = bearer(await world.account({ billing: 'credits' }));
  const told = async (body: object, more = headers) => {
    const answer = await image(body, more);
    return [answer.statusCode, answer.json<{ error_data: { code: string } }>().error_data.code];
  };
  expect(await told({}, poor)).toEqual([422, 'insufficient-credits']);
  expect(await told({ prompt: 'a naked woman' })).toEqual([422, 'content-policy']);
  expect(await told({ file_url: 'http://10.0.0.1/face.jpg' })).toEqual([422, 'blocked-address']);
  expect(await told({}, { authorization: 'Bearer nobody' })).toEqual([401, 'unauthorized']);
});

test('who pays for credits pays one a picture', async () => {
  const payer = bearer(await world.account({ billing: 'credits' }, 5));
  expect((await image({ batch: 3 }, payer.headers)).statusCode).toBe(200);
  expect(await world.server.services.billing.balance(payer.id)).toMatchObject({
    credits: 2,
    reservedCredits: 0,
  });
}, 240_000);

test('nothing that was said of a person is kept', async () => {
  const { task_id } = (await image({ prompt: 'a man with a zebra', celery: true })).json<Answer>();
  const { rows } = await world.server.services.database.query(
    `select b.request::text || g.request::text as kept from batches b join generations g on g.batch_id = b.id where b.id = $1`,
    [`bat_${task_id}`],
  );
  expect(String(rows[0].kept)).not.toContain('zebra');
});
