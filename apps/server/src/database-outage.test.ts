import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createServerDatabase } from './database/database.test-support.js';
import { openDatabase, type Database } from './database/index.js';
import { startDatabaseProxy, type Cut, type DatabaseProxy } from './testing/database-proxy.test-support.js';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

const ENDED = /succeeded|failed|cancelled/;
const pause = (ms: number) => new Promise((done) => void setTimeout(done, ms));

describe.skipIf(!process.env.AVATAR_TEST_DATABASE_URL)('a database that goes away', () => {
  let onServer: Awaited<ReturnType<typeof createServerDatabase>>;
  let proxy: DatabaseProxy;
  let world: TestServer;
  /** Not by way of the proxy. */
  let database: Database;
  let id: string;
  let headers: Record<string, string>;

  beforeAll(async () => {
    onServer = await createServerDatabase();
    proxy = await startDatabaseProxy(onServer.url);
    world = await startTestServer({ databaseUrl: proxy.url, env: { AVATAR_REQUESTS_PER_MINUTE: '100000' } });
    database = await openDatabase({ dataDir: '', database: { url: onServer.url, poolSize: 2 } });
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await onServer.drop();
  });
  beforeEach(async () => {
    const account = await world.account({ billing: 'credits' }, 10_000);
    id = account.id;
    headers = account.headers;
  });

  const send = (words: string, more: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url: '/v1/avatar/generate',
      headers: { ...headers, ...more },
      payload: { image_base64: photo(words) },
    });
  const rows = async (text: string) => (await database.query(text, [id])).rows;
  const generations = () =>
    rows('select id, status, deliveries, error from generations where account_id = $1 order by created_at');
  /** Credits that were charged, reservations, and photos of jobs. */
  const books = async () => {
    const [found] = await rows(
      `select (select coalesce(-sum(credits), 0)::int from ledger where account_id = $1 and kind <> 'grant') as charged,
        (select count(*)::int from generations where account_id = $1 and status = 'succeeded') as made,
        (select count(*)::int from stored_objects where account_id = $1 and kind = 'output') as pictures,
        (select count(*)::int from stored_objects where account_id = $1 and kind = 'queued') as photos,
        (select count(*)::int from reservations r where account_id = $1
          and exists (select 1 from generations g where g.id = r.generation_id)) as held`,
    );
    return found as { charged: number; made: number; pictures: number; photos: number; held: number };
  };

  test('what runs is finished when it is back, and what comes meanwhile is asked to come again', async () => {
    const queued = (await send('slow:1200', { prefer: 'respond-async' })).json<{ id: string }>();
    await expect.poll(async () => (await generations())[0]?.status, { timeout: 10_000 }).toBe('running');
    const waited = send('slow:200');
    await expect.poll(async () => (await generations()).length, { timeout: 10_000 }).toBe(2);
    proxy.goAway();
    const refused = await send('a photo');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.json()).toMatchObject({ code: 'unavailable' });
    await pause(3_500);
    proxy.comeBack();
    expect((await waited).statusCode).toBe(200);
    await expect
      .poll(async () => (await generations()).map(({ status }) => status), { timeout: 20_000 })
      .toEqual(['succeeded', 'succeeded']);
    expect(await generations()).toMatchObject([{ id: queued.id, deliveries: 1 }, { deliveries: 1 }]);
    await expect
      .poll(books, { timeout: 10_000 })
      .toEqual({ charged: 2, made: 2, pictures: 2, photos: 0, held: 0 });
    expect((await send('a photo')).statusCode).toBe(200);
  });

  const ways = {
    synchronous: () => send('slow:20'),
    queued: () => send('slow:20', { prefer: 'respond-async' }),
    batch: () =>
      world.app.inject({
        method: 'POST',
        url: '/v1/avatar/batch',
        headers,
        payload: { items: [1, 2].map((n) => ({ image_base64: photo(`${n}`) })) },
      }),
  };

  for (const [way, ask] of Object.entries(ways))
    for (const cut of ['before', 'after'] as const satisfies readonly Cut[])
      test(`a connection that is lost ${cut} any of its statements costs a ${way} request nothing`, async () => {
        const hasEnded = async () => (await generations()).every(({ status }) => ENDED.test(String(status)));
        await ask();
        await expect.poll(hasEnded, { timeout: 10_000 }).toBe(true);
        proxy.count();
        await ask();
        await expect.poll(hasEnded, { timeout: 10_000 }).toBe(true);
        const statements = proxy.said();
        let expected = await books();
        for (let at = 1; at <= statements; at++) {
          proxy.count(at, cut);
          const { statusCode } = await ask();
          proxy.count();
          expect([200, 202], `statement ${at} of ${statements}`).toContain(statusCode);
          await expect.poll(hasEnded, { timeout: 15_000 }).toBe(true);
          const avatars = way === 'batch' ? 2 : 1;
          const { charged, made, pictures } = expected;
          expected = {
            charged: charged + avatars,
            made: made + avatars,
            pictures: pictures + avatars,
            photos: 0,
            held: 0,
          };
          await expect
            .poll(books, { message: `statement ${at} of ${statements}`, timeout: 10_000 })
            .toEqual(expected);
        }
      }, 300_000);
});
