import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../database/database.test-support.js';
import { storedOf } from '../testing/left-behind.test-support.js';
import { startReceiver, type Receiver } from '../testing/receiver.test-support.js';
import {
  lookAt,
  pictures,
  sendStyle,
  type Headers,
  type StyleAnswer,
} from '../testing/style-request.test-support.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

for (const { name, missing } of DATABASE_KINDS)
  describe.skipIf(missing)(`styles of one's own on ${name}`, () => {
    let world: TestServer;
    let receiver: Receiver;
    beforeAll(async () => {
      receiver = await startReceiver('a fetched picture');
      world = await startTestServer({
        postgres: name === 'postgres',
        env: {
          AVATAR_MIN_STYLE_EXAMPLES: '8',
          AVATAR_STYLE_CREDITS: '7',
          AVATAR_MAX_STYLES_PER_ACCOUNT: '3',
        },
        fetchOptions: { isAllowedAddress: (address) => address === '127.0.0.1', ports: [receiver.port] },
      });
    });
    afterAll(async () => {
      await world[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    });

    const ended = async (headers: Headers, token: string): Promise<StyleAnswer> => {
      await expect
        .poll(async () => (await lookAt(world, headers, token)).status, { timeout: 30_000, interval: 50 })
        .toMatch(/ready|failed/);
      return lookAt(world, headers, token);
    };
    const made = async (headers: Headers, words?: string): Promise<StyleAnswer> => {
      const sent = await sendStyle(world, headers, pictures(8, words));
      expect(sent.statusCode, sent.body).toBe(202);
      return ended(headers, sent.json<StyleAnswer>().style_token);
    };
    const generate = (headers: Headers, style: string) =>
      world.app.inject({
        method: 'POST',
        url: '/v1/avatar/generate',
        headers,
        payload: { image_base64: photo('me'), style },
      });
    const balance = async (id: string) => (await world.server.services.billing.balance(id)).credits;
    const nothingKept = () =>
      expect.poll(() => storedOf(world.dataDir, 'queued'), { timeout: 10_000 }).toEqual([]);

    test('pictures become a style that avatars are made in, and are gone', async () => {
      const { id, headers } = await world.account({ billing: 'credits' }, 10);
      const sent = await sendStyle(world, headers, [...pictures(9), ['images', 'broken']], {
        name: 'Ours',
        callback_url: `${receiver.url}/hook`,
      });
      expect(sent.statusCode, sent.body).toBe(202);
      const { style_token: token, status, progress } = sent.json<StyleAnswer>();
      expect({ status, progress }).toEqual({ status: 'queued', progress: { done: 0, of: 10 } });
      expect(sent.headers.location).toMatch(new RegExp(`/v1/styles/${token}$`));

      const style = await ended(headers, token);
      expect(style).toMatchObject({
        name: 'Ours',
        status: 'ready',
        method: 'style-matching',
        confidence: 0.9,
        report: { used: 9, left_out: [{ index: 9, reason: 'not-an-image' }] },
        variants: [],
        warnings: [{ code: 'few-examples' }],
        credits_charged: 7,
      });
      expect(style.previews?.map(({ subject }) => subject)).toEqual(['grace-hopper', 'astronaut']);
      const preview = await world.app.inject({ url: style.previews![0].url.replace(/^http:\/\/[^/]*/, '') });
      expect([preview.statusCode, preview.headers['content-type']]).toEqual([200, 'image/png']);
      expect(await balance(id)).toBe(3);
      await nothingKept();

      const avatar = await generate(headers, token);
      expect(avatar.json()).toMatchObject({ style: token, credits_charged: 1 });
      await expect
        .poll(() => receiver.received.map(({ body }) => body), { timeout: 10_000 })
        .toMatchObject([{ type: 'style.ready', data: { style_token: token, status: 'ready' } }]);
    });

    test('addresses are fetched when it is their turn, the photo of the preview too', async () => {
      const { headers } = await world.account();
      const sent = await world.app.inject({
        method: 'POST',
        url: '/v1/styles',
        headers,
        payload: {
          image_urls: Array.from({ length: 8 }, (_, i) => `${receiver.url}/picture-${i}`),
          preview_url: `${receiver.url}/me`,
        },
      });
      const style = await ended(headers, sent.json<StyleAnswer>().style_token);
      expect(style).toMatchObject({ status: 'ready', previews: [{ subject: 'yours' }] });
      expect(receiver.fetched).toHaveLength(9);
      await nothingKept();
    });

    test.each(['content-policy: explicit', 'incoherent-examples: incoherent', 'too-few-examples: broken'])(
      'what cannot become a style fails with advice, and is free: %s',
      async (words) => {
        const { id, headers } = await world.account({ billing: 'credits' }, 10);
        const style = await made(headers, words);
        expect(style).toMatchObject({
          status: 'failed',
          error: { code: 'input-rejected', reason: words.split(':')[0] },
          credits_charged: 0,
        });
        expect(style.error?.detail).toMatch(/Send others/);
        expect(await balance(id)).toBe(10);
        expect((await generate(headers, style.style_token)).statusCode).toBe(409);
        await nothingKept();
      },
    );

    test('a set of several styles has a token for each', async () => {
      const { headers } = await world.account();
      const { variants } = await made(headers, 'mixed');
      const [{ style_token: variant }] = variants!;
      expect((await generate(headers, variant)).json()).toMatchObject({ style: variant });
      expect((await generate(headers, variant.replace(/_1$/, '_2'))).statusCode).toBe(404);
    });

    test('a style is of its account, and of nobody else', async () => {
      const { headers: mine } = await world.account();
      const { headers: theirs } = await world.account();
      const { style_token: token } = await made(mine);
      const nobodys = `sty_${'0'.repeat(32)}`;
      const ask = async (method: 'GET' | 'PATCH' | 'DELETE', one: string) => {
        const payload = method === 'PATCH' ? { name: 'mine now' } : undefined;
        const { statusCode, body } = await world.app.inject({
          method,
          url: `/v1/styles/${one}`,
          headers: theirs,
          ...(payload && { payload }),
        });
        return [statusCode, body.replace(/"instance":"[^"]*"/, '')];
      };
      for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
        expect(await ask(method, token)).toEqual(await ask(method, nobodys));
        expect((await ask(method, token))[0]).toBe(404);
      }
      expect((await generate(theirs, token)).statusCode).toBe(404);
      expect((await generate(theirs, nobodys)).statusCode).toBe(404);
      const list = (headers: Headers) => world.app.inject({ url: '/v1/account/styles', headers });
      expect((await list(theirs)).json()).toEqual({ items: [], next: null });
      expect((await list(mine)).json()).toMatchObject({ items: [{ style_token: token }], next: null });
    });

    test('the list has pages, the newest first', async () => {
      const { headers } = await world.account();
      const first = await made(headers);
      const second = await made(headers);
      const page = async (query: string) =>
        (await world.app.inject({ url: `/v1/account/styles?limit=1${query}`, headers })).json<{
          items: StyleAnswer[];
          next: string | null;
        }>();
      const newest = await page('');
      expect(newest).toMatchObject({
        items: [{ style_token: second.style_token }],
        next: second.style_token,
      });
      const oldest = await page(`&before=${newest.next}`);
      expect(oldest).toMatchObject({ items: [{ style_token: first.style_token }], next: null });
    });

    test('it is renamed, and deleted with its previews', async () => {
      const { headers } = await world.account();
      const { style_token: token, previews } = await made(headers);
      const url = `/v1/styles/${token}`;
      const renamed = await world.app.inject({ method: 'PATCH', url, headers, payload: { name: 'Better' } });
      expect(renamed.json()).toMatchObject({ style_token: token, name: 'Better' });
      expect((await world.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
      expect((await world.app.inject({ url, headers })).statusCode).toBe(404);
      expect((await generate(headers, token)).statusCode).toBe(404);
      const shown = await world.app.inject({ url: previews![0].url.replace(/^http:\/\/[^/]*/, '') });
      expect(shown.statusCode).toBe(404);
    });

    test('one that is being made is cancelled when it is deleted, and costs nothing', async () => {
      const { id, headers } = await world.account({ billing: 'credits' }, 10);
      const sent = await sendStyle(world, headers, pictures(8, 'slow:20000'));
      const { style_token: token } = sent.json<StyleAnswer>();
      await expect
        .poll(async () => (await lookAt(world, headers, token)).status, { timeout: 10_000 })
        .toBe('running');
      await world.app.inject({ method: 'DELETE', url: `/v1/styles/${token}`, headers });
      await nothingKept();
      expect(await balance(id)).toBe(10);
    });

    test('avatars are made while a style is', async () => {
      const { headers } = await world.account();
      const sent = await sendStyle(world, headers, pictures(60, 'slow:50'));
      const { style_token: token } = sent.json<StyleAnswer>();
      await expect
        .poll(async () => (await lookAt(world, headers, token)).status, { timeout: 10_000 })
        .toBe('running');
      expect((await generate(headers, 'noir')).statusCode).toBe(200);
      const job = await world.app.inject({
        method: 'POST',
        url: '/v1/avatar/generate',
        headers: { ...headers, prefer: 'respond-async' },
        payload: { image_base64: photo('later') },
      });
      const { id } = job.json<{ id: string }>();
      const status = async () =>
        (await world.app.inject({ url: `/v1/jobs/${id}`, headers })).json<{ status: string }>().status;
      await expect.poll(status, { timeout: 10_000 }).toBe('succeeded');
      expect((await lookAt(world, headers, token)).status).toBe('running');
      expect((await ended(headers, token)).status).toBe('ready');
    });

    test('the same request with the same key makes one style, and keeps nothing twice', async () => {
      const { id, headers } = await world.account({ billing: 'credits' }, 20);
      const keyed = { ...headers, 'idempotency-key': `style-${name}` };
      const first = await sendStyle(world, keyed, pictures(8));
      const again = await sendStyle(world, keyed, pictures(8));
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(again.json()).toEqual(first.json());
      const other = await sendStyle(world, keyed, pictures(9));
      expect(other.json()).toMatchObject({ code: 'idempotency-request-differs' });
      await ended(headers, first.json<StyleAnswer>().style_token);
      await nothingKept();
      expect(await balance(id)).toBe(13);
    });

    test('who cannot pay for it, or has too many, is told before it is begun', async () => {
      const { headers: poor } = await world.account({ billing: 'credits' }, 6);
      expect((await sendStyle(world, poor, pictures(8))).json()).toMatchObject({
        code: 'insufficient-credits',
      });
      const { headers } = await world.account();
      const sent = [0, 1].map(() => sendStyle(world, headers, pictures(8, 'slow:200')));
      const tokens = (await Promise.all(sent)).map((one) => one.json<StyleAnswer>().style_token);
      expect((await sendStyle(world, headers, pictures(8))).json()).toMatchObject({ code: 'rate-limited' });
      for (const token of tokens) await ended(headers, token);
      await made(headers);
      expect((await sendStyle(world, headers, pictures(8))).json()).toMatchObject({ code: 'conflict' });
      await nothingKept();
    });

    test.each([
      [7, {}],
      [11, { minStyleExamples: 12 }],
    ])('%s pictures are too few for an account with %o', async (count, settings) => {
      const { headers } = await world.account(settings);
      const answer = await sendStyle(world, headers, pictures(count));
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        { code: 'input-rejected', reason: 'too-few-examples', facts: { given: count } },
      ]);
      await nothingKept();
    });

    test('201 pictures are too many', async () => {
      const { headers } = await world.account();
      const answer = await sendStyle(world, headers, pictures(201));
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        { code: 'input-rejected', reason: 'too-many-examples' },
      ]);
      await nothingKept();
    });

    test('an erased account leaves no style and no preview', async () => {
      const { id, headers } = await world.account();
      await made(headers);
      const running = await sendStyle(world, headers, pictures(8, 'slow:20000'));
      expect(running.statusCode).toBe(202);
      const url = `/v1/account?confirm=${id}`;
      expect((await world.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
      const { rows } = await world.server.services.database.query(
        'select id from own_styles where account_id = $1 union all select key from stored_objects where account_id = $1',
        [id],
      );
      expect(rows).toEqual([]);
    });
  });
