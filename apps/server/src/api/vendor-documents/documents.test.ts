import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';
import { answerFetches, golden, requestsOf, send, type Answer } from './documents.test-support.js';

/** Every request of the vendors' documents, with another address and another key and nothing else changed. */
let world: TestServer;
let address: string;
beforeAll(async () => {
  world = await startTestServer();
  answerFetches(world, new TextEncoder().encode('whoever is in the document'));
  address = await world.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world[Symbol.asyncDispose]());

/** Keeps the only worker of the queue, so that whatever is queued behind it waits. */
async function queueIsBusy(key: string): Promise<void> {
  const job = await fetch(`${address}/v1/avatar/generate`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json', prefer: 'respond-async' },
    body: JSON.stringify({ image_base64: photo('slow:1500') }),
  });
  const { id } = (await job.json()) as { id: string };
  const status = async () =>
    (
      (await (await fetch(`${address}/v1/jobs/${id}`, { headers: { 'x-api-key': key } })).json()) as {
        status: string;
      }
    ).status;
  await expect.poll(status, { timeout: 60_000, interval: 20 }).toBe('running');
}

const newKey = async () => (await world.account()).headers['x-api-key'];
const file = (document: string, name: string) => `./golden/${document}/${name}.golden`;
const json = ({ body }: Answer) => JSON.parse(body) as Record<string, unknown>;

describe('each::sense, one key in the order of the document', () => {
  let key: string;
  beforeAll(async () => {
    key = await newKey();
  });
  test.each(requestsOf('each-sense'))('$name', async (request) => {
    const answer = await send(address, key, request);
    await expect(golden(answer)).toMatchFileSnapshot(file('each-sense', request.name));
    // The order of the vendor's events for one picture.
    const types = [...answer.body.matchAll(/^data: \{"type":"(\w+)"/gm)].map(([, type]) => type);
    expect(types.filter((type) => type !== 'execution_progress')).toEqual([
      'thinking_delta',
      'status',
      'execution_started',
      'text_response',
      'generation_response',
      'execution_completed',
      'complete',
    ]);
    expect(answer.body.endsWith('data: [DONE]\n\n')).toBe(true);
  });
});

test('HeyGen: generate, and its status until the pictures are there', async () => {
  const key = await newKey();
  const [generate, status] = requestsOf('heygen');
  await queueIsBusy(key);
  const begun = await send(address, key, generate);
  await expect(golden(begun)).toMatchFileSnapshot(file('heygen', 'generate'));
  const { generation_id: id } = json(begun).data as { generation_id: string };
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  const asked = { ...status, path: status.path.replace('<generation_id>', id) };
  const [open, success] = await eventually(() => send(address, key, asked), '"in_progress"');
  await expect(golden(open)).toMatchFileSnapshot(file('heygen', 'status-in-progress'));
  await expect(golden(success)).toMatchFileSnapshot(file('heygen', 'status-success'));
});

test('KonPro: generate', async () => {
  const [generate] = requestsOf('konpro');
  const answer = await send(address, await newKey(), generate);
  await expect(golden(answer)).toMatchFileSnapshot(file('konpro', generate.name));
});

test('Face Avatar: the parameters of its table, and the status of what is queued', async () => {
  const key = await newKey();
  const requests = requestsOf('face-avatar');
  let taskId = '';
  for (const request of requests.slice(0, -1)) {
    if (request.body?.celery === true) await queueIsBusy(key);
    const answer = await send(address, key, request);
    await expect(golden(answer)).toMatchFileSnapshot(file('face-avatar', request.name));
    taskId = String(json(answer).task_id);
  }
  const [status] = requests.slice(-1);
  const asked = { ...status, path: status.path.replace('<task_id>', taskId) };
  const [, ended] = await eventually(() => send(address, key, asked), /"(?:PENDING|STARTED)"/);
  await expect(golden(ended)).toMatchFileSnapshot(file('face-avatar', status.name));
});

test.each(requestsOf('profile-photos'))('profile photos: $name', async (request) => {
  const answer = await send(address, await newKey(), request);
  await expect(golden(answer)).toMatchFileSnapshot(file('profile-photos', request.name));
});

/** The first answer, and the first that is not of that kind any more. */
async function eventually(ask: () => Promise<Answer>, open: string | RegExp): Promise<[Answer, Answer]> {
  const first = await ask();
  for (let answer = first; ; answer = await ask()) {
    if (answer.body.search(open) < 0) return [first, answer];
    await pause(50);
  }
}
