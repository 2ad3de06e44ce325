import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../../testing/test-server.test-support.js';

const postgres = process.env.AVATAR_TEST_DATABASE_URL !== undefined;

let world: TestServer;
let id: string;
let headers: { 'x-api-key': string };
beforeAll(async () => {
  world = await startTestServer({ postgres });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ id, headers } = await world.account());
});

const HOOK = 'https://hooks.example/avatar';
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, as = headers) =>
  world.app.inject({ method, url, headers: as });
const make = () =>
  world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers,
    payload: { image_base64: photo('a photo'), callback_url: HOOK },
  });
interface Page {
  items: { id: string; job_id: string; status: string; url: string }[];
  next: string | null;
}
const page = async (query = '') => (await call('GET', `/v1/webhooks/deliveries${query}`)).json<Page>();

test('messages are listed, the newest first, without what they say', async () => {
  const made: string[] = [];
  for (let i = 0; i < 3; i++) made.unshift((await make()).json<{ id: string }>().id);
  const all = await page();
  expect(all.items.map(({ job_id }) => job_id)).toEqual(made);
  expect(all.items[0]).toMatchObject({ url: HOOK, event: 'generation.succeeded' });
  expect(JSON.stringify(all)).not.toContain('signature');
  const first = await page('?limit=2');
  const second = await page(`?limit=2&before=${first.next}`);
  expect([...first.items, ...second.items].map(({ job_id }) => job_id)).toEqual(made);
  expect(second.next).toBeNull();
  expect((await page('?status=disabled')).items).toEqual([]);
  const { headers: others } = await world.account();
  expect((await call('GET', '/v1/webhooks/deliveries', others)).json<Page>().items).toEqual([]);
});

test('an address that answered 410 is shown, and can be sent to again', async () => {
  await make();
  const { outbox } = world.server.services;
  await outbox.disable(id, HOOK, 410);
  const [message] = (await page('?status=disabled')).items;
  expect((await call('GET', '/v1/webhooks/disabled')).json()).toMatchObject({ addresses: [{ url: HOOK }] });
  const enable = () => call('DELETE', `/v1/webhooks/disabled?url=${encodeURIComponent(HOOK)}`);
  expect((await enable()).statusCode).toBe(204);
  expect((await enable()).statusCode).toBe(404);
  const resend = (as = headers) => call('POST', `/v1/webhooks/deliveries/${message.id}/resend`, as);
  expect((await resend((await world.account()).headers)).statusCode).toBe(404);
  expect((await resend()).json()).toEqual({ id: message.id, status: 'pending' });
  expect((await page('?status=pending')).items.map((one) => one.id)).toContain(message.id);
});
