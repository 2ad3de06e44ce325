import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../../testing/test-server.test-support.js';

const postgres = process.env.AVATAR_TEST_DATABASE_URL !== undefined;

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres });
});
afterAll(() => world[Symbol.asyncDispose]());

type Headers = Readonly<Record<string, string>>;
const get = async <T>(url: string, headers: Headers): Promise<T> =>
  (await world.app.inject({ url, headers })).json<T>();
const generate = (words: string, headers: Headers, more: Headers = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers: { ...headers, ...more },
    payload: { image_base64: photo(words) },
  });

test('an account sees what it has, what it may, and what its key is for', async () => {
  const { id, headers } = await world.account({ billing: 'credits', requestsPerMinute: 7 }, 3);
  await generate('a photo', headers);
  expect(await get('/v1/account', headers)).toEqual({
    id,
    name: 'test',
    billing: 'credits',
    credits: 2,
    reserved_credits: 0,
    seats: 0,
    used_seats: 0,
    limits: { requests_per_minute: 7, reads_per_minute: 1_200, max_queued_jobs: 1_000 },
    scopes: ['read', 'create', 'manage'],
  });
});

test('use is counted by day, failures and cancelled jobs apart, and to nobody else', async () => {
  const { headers } = await world.account({ billing: 'credits' }, 5);
  const { headers: others } = await world.account();
  for (const words of ['a photo', 'another photo', 'fail']) await generate(words, headers);
  const { days } = await get<{ days: { day: string }[] }>('/v1/usage', headers);
  expect(days).toMatchObject([{ generations: 3, succeeded: 2, failed: 1, cancelled: 0, credits_charged: 2 }]);
  expect(days[0].day).toBe(new Date().toISOString().slice(0, 10));
  expect(await get('/v1/usage?to=2020-01-01T00:00:00Z', headers)).toMatchObject({ days: [] });
  expect(await get('/v1/usage', others)).toMatchObject({ days: [] });
});

test('jobs are listed without gaps, the newest first, and by their status', async () => {
  const { headers } = await world.account();
  const made: string[] = [];
  for (const words of ['a photo', 'fail', 'a photo'])
    made.unshift((await generate(words, headers)).json<{ id?: string }>().id ?? 'failed');
  interface Page {
    items: { id: string; status: string }[];
    next: string | null;
  }
  const first = await get<Page>('/v1/jobs?limit=2', headers);
  const second = await get<Page>(`/v1/jobs?limit=2&before=${first.next}`, headers);
  const all = [...first.items, ...second.items];
  expect(all.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'succeeded']);
  expect([all[0].id, all[2].id]).toEqual([made[0], made[2]]);
  expect(second.next).toBeNull();
  expect((await get<Page>('/v1/jobs?status=failed', headers)).items).toHaveLength(1);
  expect((await get<Page>('/v1/jobs', (await world.account()).headers)).items).toEqual([]);
});

test('a batch is cancelled as far as it has not ended, and costs nothing more', async () => {
  const { id: accountId, headers } = await world.account({ billing: 'credits' }, 10);
  const items = ['a photo', 'slow:60000', 'slow:60000', 'slow:60000'];
  const sent = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/batch',
    headers,
    payload: { items: items.map((words) => ({ image_base64: photo(words) })) },
  });
  const { id } = sent.json<{ id: string }>();
  const counts = async () =>
    (await get<{ counts: Record<string, number> }>(`/v1/batches/${id}`, headers)).counts;
  await expect.poll(counts, { timeout: 30_000 }).toMatchObject({ succeeded: 1, running: 1 });
  const cancel = (as: Headers) =>
    world.app.inject({ method: 'DELETE', url: `/v1/batches/${id}`, headers: as });
  expect((await cancel((await world.account()).headers)).statusCode).toBe(404);
  const cancelled = await cancel(headers);
  expect(cancelled.json()).toMatchObject({ status: 'finished', counts: { succeeded: 1, cancelled: 3 } });
  expect((await cancel(headers)).json()).toMatchObject({ counts: { succeeded: 1, cancelled: 3 } });
  const { billing, database } = world.server.services;
  expect(await billing.balance(accountId)).toMatchObject({ credits: 9, reservedCredits: 0 });
  const { rows } = await database.query(
    `select key from stored_objects where account_id = $1 and kind = 'queued'`,
    [accountId],
  );
  expect(rows).toEqual([]);
});
