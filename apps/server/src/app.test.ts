import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from './database/database.test-support.js';
import { filesWith, storedOf } from './testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from './testing/test-server.test-support.js';

const generate = '/v1/avatar/generate';
const json = (body: unknown) => ({ payload: body as object });

for (const { name, missing } of DATABASE_KINDS)
  describe.skipIf(missing)(`the API on ${name}`, () => {
    let test_: TestServer;
    beforeAll(async () => void (test_ = await startTestServer({ postgres: name === 'postgres' })));
    afterAll(() => test_[Symbol.asyncDispose]());

    const post = (url: string, body: unknown, headers: Record<string, string>) =>
      test_.app.inject({ method: 'POST', url, headers, ...json(body) });
    const get = (url: string, headers: Record<string, string> = {}) => test_.app.inject({ url, headers });
    const ended = async (id: string, headers: Record<string, string>) => {
      await expect
        .poll(async () => (await get(`/v1/jobs/${id}`, headers)).json().status, { timeout: 150_000 })
        .not.toMatch(/queued|running/);
      return (await get(`/v1/jobs/${id}`, headers)).json();
    };

    describe('a synchronous request', () => {
      test('answers with the avatar, and keeps nothing of the photo', async () => {
        const { headers } = await test_.account();
        const marker = `sync-${name}-needle-0123456789`;
        const answer = await post(
          generate,
          { image_base64: photo(marker), platform: 'linkedin', size: 'hd', seed: 5, callback_id: 'c-1' },
          headers,
        );
        expect(answer.statusCode).toBe(200);
        expect(answer.json()).toMatchObject({
          status: 'succeeded',
          style: 'corporate_headshot',
          platform: 'linkedin',
          size: 1200,
          seed: 5,
          callback_id: 'c-1',
          face_detected: true,
          face_count: 1,
          likeness_score: 0.88,
          input_quality_score: 0.9,
          decision: 'accept',
          validation_warnings: [],
          attempts: 1,
          latency_ms: expect.any(Number),
          created_at: expect.any(String),
          timings: { load: 1 },
          credits_charged: 0,
          cost: expect.any(Number),
        });
        const picture = await get(answer.json().avatar_url.replace(/^http:\/\/[^/]*/, ''));
        expect(picture.headers['content-type']).toBe('image/png');
        expect((await get(answer.json().thumbnail_url.replace(/^http:\/\/[^/]*/, ''))).statusCode).toBe(200);
        expect(await filesWith(test_.dataDir, marker)).toEqual([]);
      });

      test('inline holds the picture and stores nothing', async () => {
        const { id, headers } = await test_.account();
        const answer = (
          await post(generate, { image_base64: photo('a'), delivery: 'inline' }, headers)
        ).json();
        expect(Buffer.from(answer.avatar_base64, 'base64').subarray(1, 4).toString()).toBe('PNG');
        expect(answer.avatar_url).toBeUndefined();
        const { rows } = await test_.server.services.database.query(
          'select * from stored_objects where account_id = $1',
          [id],
        );
        expect(rows).toEqual([]);
      });

      test('a photo that is refused is a 422 with a reason, and is left nowhere', async () => {
        const { headers } = await test_.account();
        const marker = `refuse-${name}-needle-0123456789`;
        const answer = await post(generate, { image_base64: photo(marker), session_id: 's' }, headers);
        expect(answer.statusCode).toBe(422);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(answer.json()).toMatchObject({ code: 'input-rejected', reason: 'no-face', status: 422 });
        expect(await filesWith(test_.dataDir, marker)).toEqual([]);
        expect(await storedOf(test_.dataDir, 'input')).toEqual([]);
      });

      test('what breaks inside tells nothing of itself', async () => {
        const { headers } = await test_.account();
        const answer = await post(generate, { image_base64: photo('fail') }, headers);
        expect(answer.statusCode).toBe(500);
        expect(answer.body).not.toContain('broken');
      });

      test('a worker that dies is tried again, and given up', async () => {
        const { headers } = await test_.account();
        const answer = await post(generate, { image_base64: photo('die') }, headers);
        expect(answer.json()).toMatchObject({ status: 500, code: 'stage-failed' });
      });

      test('a form does the same', async () => {
        const { headers } = await test_.account();
        const form = new FormData();
        form.set('image', new Blob(['a photo']), 'me.png');
        form.set('seed', '9');
        form.set('cache_input', 'true');
        const answer = await test_.app.inject({ method: 'POST', url: generate, headers, payload: form });
        expect(answer.json()).toMatchObject({
          status: 'succeeded',
          seed: 9,
          input_id: expect.stringMatching(/^inp_/),
        });
      });

      test('sends the stages as they happen, then the result', async () => {
        const { headers } = await test_.account();
        const answer = await post(
          generate,
          { image_base64: photo('a') },
          { ...headers, accept: 'text/event-stream' },
        );
        expect(answer.headers['content-type']).toContain('text/event-stream');
        const events = [...answer.body.matchAll(/^event: (.*)$/gm)].map(([, event]) => event);
        expect(events).toEqual(['accepted', 'stage-start', 'stage-end', 'result']);
        const refused = await post(
          generate,
          { image_base64: photo('refuse') },
          { ...headers, accept: 'text/event-stream' },
        );
        expect(refused.body).toContain('event: error');
        expect(refused.body).toContain('"code":"input-rejected"');
      });
    });

    describe('requests', () => {
      test.each([
        ['no photo', {}, 'invalid-request'],
        ['two photos', { image_base64: 'AAAA', image_url: 'https://a.example/' }, 'invalid-request'],
        ['an unknown field', { image_base64: 'AAAA', colour: 'red' }, 'invalid-request'],
        ['a file in JSON', { image: 'AAAA' }, 'invalid-request'],
        ['an unknown style', { image_base64: 'AAAA', style: 'nope' }, 'invalid-options'],
        ['an unknown platform', { image_base64: 'AAAA', platform: 'nope' }, 'invalid-options'],
        ['an unknown palette', { image_base64: 'AAAA', palette: 'nope' }, 'invalid-options'],
        ['intensity 0', { image_base64: 'AAAA', style_intensity: 0 }, 'invalid-request'],
        ['a size out of range', { image_base64: 'AAAA', size: 4096 }, 'invalid-request'],
      ])('%s is a 400', async (_what, body, code) => {
        const { headers } = await test_.account();
        const answer = await post(generate, body, headers);
        expect(answer.statusCode).toBe(400);
        expect(answer.json()).toMatchObject({ code, instance: expect.any(String) });
      });

      test.each([
        'http://127.0.0.1/',
        'http://localhost:8080/',
        'http://[::1]/',
        'http://169.254.169.254/latest/meta-data/',
        'http://168.63.129.16/machine',
        'file:///etc/passwd',
        'ftp://example.org/',
        'http://example.org:22/',
        'http://user:word@example.org/',
      ])('%s is not fetched, and not called back', async (address) => {
        const { headers } = await test_.account();
        const photoFrom = await post(generate, { image_url: address }, headers);
        expect([400, 422]).toContain(photoFrom.statusCode);
        const callback = await post(generate, { image_base64: photo('a'), callback_url: address }, headers);
        expect([400, 422]).toContain(callback.statusCode);
      });

      test('need a key, in either header', async () => {
        expect((await post(generate, {}, {})).statusCode).toBe(401);
        expect((await post(generate, {}, { 'x-api-key': 'avatar_no' })).json().code).toBe('unauthorized');
        const { headers } = await test_.account();
        const bearer = { authorization: `Bearer ${headers['x-api-key']}` };
        expect((await post(generate, { image_base64: photo('a') }, bearer)).statusCode).toBe(200);
      });

      test('that come twice with a key are run once', async () => {
        const { headers } = await test_.account();
        const keyed = { ...headers, 'idempotency-key': 'k-1' };
        const first = await post(generate, { image_base64: photo('a') }, keyed);
        const second = await post(generate, { image_base64: photo('a') }, keyed);
        expect(second.json().id).toBe(first.json().id);
        expect(second.headers['idempotency-replayed']).toBe('true');
        const other = await post(generate, { image_base64: photo('b') }, keyed);
        expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-request-differs' });
      });

      test('too many are a 429 with Retry-After', async () => {
        const { headers } = await test_.account({ requestsPerMinute: 1 });
        await post(generate, { image_base64: photo('a') }, headers);
        const answer = await post(generate, { image_base64: photo('a') }, headers);
        expect(answer.json()).toMatchObject({ status: 429, code: 'rate-limited' });
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      });
    });

    describe('accounts', () => {
      test('set thresholds and styles', async () => {
        const { headers } = await test_.account({ allowedStyles: ['noir'] });
        const answer = await post(generate, { image_base64: photo('a'), platform: 'linkedin' }, headers);
        expect(answer.json()).toMatchObject({ style: 'noir' });
        const refused = await post(generate, { image_base64: photo('a'), style: 'social' }, headers);
        expect(refused.json()).toMatchObject({ status: 403, code: 'style-not-allowed' });
      });

      test('pay for what is delivered and passed, and for nothing else', async () => {
        const { id, headers } = await test_.account({ billing: 'credits' }, 2);
        const balance = async () => (await test_.server.services.billing.balance(id)).credits;
        const first = await post(generate, { image_base64: photo('a') }, headers);
        expect(first.headers['x-credits-charged']).toBe('1');
        expect(first.json().credits_charged).toBe(1);
        for (const free of [
          { image_base64: photo('review') },
          { image_base64: photo('review'), on_fail: 'discard' },
          { image_base64: photo('review'), on_fail: 'fallback_original' },
          { image_base64: photo('refuse') },
          { image_base64: photo('fail') },
          { image_url: 'http://127.0.0.1/' },
        ])
          await post(generate, free, headers);
        expect(await balance()).toBe(1);
        await post(generate, { image_base64: photo('a') }, headers);
        const broke = await post(generate, { image_base64: photo('a') }, headers);
        expect(broke.json()).toMatchObject({ status: 402, code: 'insufficient-credits' });
      });

      test('see nothing of each other', async () => {
        const [mine, theirs] = [await test_.account(), await test_.account()];
        const body = { image_base64: photo('review'), cache_input: true };
        const { id, input_id } = (await post(generate, body, mine.headers)).json();
        for (const answer of [
          await get(`/v1/jobs/${id}`, theirs.headers),
          await get(`/v1/jobs/${id}/events`, theirs.headers),
          await test_.app.inject({ method: 'DELETE', url: `/v1/jobs/${id}`, headers: theirs.headers }),
          await test_.app.inject({ method: 'DELETE', url: `/v1/outputs/${id}`, headers: theirs.headers }),
          await test_.app.inject({
            method: 'DELETE',
            url: `/v1/inputs/${input_id}`,
            headers: theirs.headers,
          }),
          await post(`/v1/avatar/${id}/choice`, { choice: 'accepted' }, theirs.headers),
          await post(generate, { input_id }, theirs.headers),
        ])
          expect(answer.statusCode).toBe(404);
        expect((await get('/v1/review', theirs.headers)).json().items).toEqual([]);
        expect((await get('/v1/review', mine.headers)).json().items).toMatchObject([{ id }]);
      });
    });

    describe('kept photos', () => {
      test('are used again by id and by session, until they are deleted', async () => {
        const { headers } = await test_.account();
        const first = await post(generate, { image_base64: photo('a'), session_id: 's-1' }, headers);
        const { input_id } = first.json();
        expect((await post(generate, { session_id: 's-1', style: 'noir' }, headers)).statusCode).toBe(200);
        expect((await post(generate, { input_id }, headers)).json().input_id).toBe(input_id);
        const remove = () => test_.app.inject({ method: 'DELETE', url: `/v1/inputs/${input_id}`, headers });
        expect((await remove()).statusCode).toBe(204);
        expect((await remove()).statusCode).toBe(404);
        expect((await post(generate, { session_id: 's-1' }, headers)).statusCode).toBe(404);
      });

      test('go all of a session when one of them is deleted', async () => {
        const { headers } = await test_.account();
        await post(generate, { image_base64: photo('a'), session_id: 's-2' }, headers);
        const newest = await post(generate, { image_base64: photo('b'), session_id: 's-2' }, headers);
        const url = `/v1/inputs/${newest.json().input_id}`;
        expect((await test_.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
        expect((await post(generate, { session_id: 's-2' }, headers)).statusCode).toBe(404);
      });

      test('links of a deleted avatar end at once', async () => {
        const { headers } = await test_.account();
        const { id, avatar_url } = (await post(generate, { image_base64: photo('a') }, headers)).json();
        const path = avatar_url.replace(/^http:\/\/[^/]*/, '');
        expect((await get(path)).statusCode).toBe(200);
        const forged = path.replace(
          /signature=(.)/,
          (_: string, first: string) => `signature=${first === 'x' ? 'y' : 'x'}`,
        );
        expect((await get(forged)).statusCode).toBe(403);
        const remove = { method: 'DELETE', url: `/v1/outputs/${id}`, headers } as const;
        expect((await test_.app.inject(remove)).statusCode).toBe(204);
        expect((await get(path)).statusCode).toBe(404);
        const { result } = (await get(`/v1/jobs/${id}`, headers)).json();
        expect(result).toMatchObject({ id, style: 'corporate_headshot' });
        for (const name of ['avatar_url', 'thumbnail_url', 'expires_at'])
          expect(result).not.toHaveProperty(name);
      });
    });

    describe('jobs', () => {
      const async_ = (headers: Record<string, string>) => ({ ...headers, prefer: 'respond-async' });

      test('are answered at once, run, and leave nothing of the photo', async () => {
        const { headers } = await test_.account({ billing: 'credits' }, 1);
        const marker = `job-${name}-needle-0123456789`;
        const answer = await post(generate, { image_base64: photo(marker) }, async_(headers));
        expect(answer.statusCode).toBe(202);
        expect(answer.headers.location).toMatch(/\/v1\/jobs\/avt_/);
        expect(answer.json()).toMatchObject({ status: 'queued' });
        const job = await ended(answer.json().id, headers);
        expect(job).toMatchObject({
          status: 'succeeded',
          result: { credits_charged: 1, avatar_url: expect.any(String) },
        });
        expect(await filesWith(test_.dataDir, marker)).toEqual([]);
        expect(await storedOf(test_.dataDir, 'queued')).toEqual([]);
      });

      test('can be followed, and taken up again where it was left', async () => {
        const { headers } = await test_.account();
        const { id } = (await post(generate, { image_base64: photo('slow:300') }, async_(headers))).json();
        const whole = (await get(`/v1/jobs/${id}/events`, headers)).body;
        const events = [...whole.matchAll(/^event: (.*)$/gm)].map(([, event]) => event);
        expect(events).toEqual(['stage-start', 'stage-end', 'result']);
        const [first] = /^id: \d+$/m.exec(whole)!;
        const rest = await get(`/v1/jobs/${id}/events`, { ...headers, 'last-event-id': first.slice(4) });
        expect([...rest.body.matchAll(/^event: (.*)$/gm)].map(([, event]) => event)).toEqual([
          'stage-end',
          'result',
        ]);
      });

      test('that are cancelled stop, cost nothing and leave nothing', async () => {
        const { id: accountId, headers } = await test_.account({ billing: 'credits' }, 2);
        const marker = `slow:20000 cancel-${name}-needle-0123456789`;
        const running = (await post(generate, { image_base64: photo(marker) }, async_(headers))).json();
        const waiting = (await post(generate, { image_base64: photo(marker) }, async_(headers))).json();
        await expect
          .poll(async () => (await get(`/v1/jobs/${running.id}`, headers)).json().status, { timeout: 10_000 })
          .toBe('running');
        for (const { id } of [waiting, running]) {
          const answer = await test_.app.inject({ method: 'DELETE', url: `/v1/jobs/${id}`, headers });
          expect(answer.json()).toMatchObject({ status: 'cancelled' });
        }
        expect(await storedOf(test_.dataDir, 'queued')).toEqual([]);
        expect(await filesWith(test_.dataDir, marker)).toEqual([]);
        expect(await test_.server.services.billing.balance(accountId)).toMatchObject({
          credits: 2,
          reservedCredits: 0,
        });
        await expect.poll(() => test_.server.services.pool.stats().running, { timeout: 10_000 }).toBe(0);
        expect((await get(`/v1/jobs/${running.id}`, headers)).json()).toMatchObject({ status: 'cancelled' });
        const again = await test_.app.inject({ method: 'DELETE', url: `/v1/jobs/${running.id}`, headers });
        expect(again.statusCode).toBe(200);
      });

      test('that have ended cannot be cancelled', async () => {
        const { headers } = await test_.account();
        const { id } = (await post(generate, { image_base64: photo('a') }, headers)).json();
        const answer = await test_.app.inject({ method: 'DELETE', url: `/v1/jobs/${id}`, headers });
        expect(answer.json()).toMatchObject({ status: 409, code: 'conflict' });
      });

      test('whose worker dies every time fail cleanly', async () => {
        const { headers } = await test_.account();
        const { id } = (await post(generate, { image_base64: photo('die') }, async_(headers))).json();
        const job = await ended(id, headers);
        expect(job).toMatchObject({ status: 'failed', error: { code: 'stage-failed' } });
        expect(await storedOf(test_.dataDir, 'queued')).toEqual([]);
        // Three processes are started one after another, on a machine that may have others to run.
      }, 170_000);
    });

    test('a batch has one style and seed, and a result or an error for every photo', async () => {
      const { headers } = await test_.account();
      const form = new FormData();
      for (const words of ['a', 'refuse', 'b']) form.append('images', new Blob([words]));
      form.set('style', 'noir');
      form.set('seed', '4');
      for (const reference of ['x', 'y', 'z']) form.append('reference', reference);
      const answer = await test_.app.inject({
        method: 'POST',
        url: '/v1/avatar/batch',
        headers,
        payload: form,
      });
      expect(answer.statusCode).toBe(202);
      const { id, links } = answer.json();
      await expect
        .poll(async () => (await get(`/v1/batches/${id}`, headers)).json().status, { timeout: 20_000 })
        .toBe('finished');
      const batch = (await get(`/v1/batches/${id}`, headers)).json();
      expect(batch.counts).toMatchObject({ succeeded: 2, failed: 1 });
      expect(batch.items).toMatchObject([
        { reference: 'x', result: { style: 'noir', seed: 4 } },
        { reference: 'y', error: { code: 'input-rejected' } },
        { reference: 'z', result: { style: 'noir', seed: 4 } },
      ]);
      const zip = await get(links.archive.replace(/^http:\/\/[^/]*/, ''), headers);
      expect(zip.headers['content-type']).toBe('application/zip');
      for (const file of ['001.png', '003.png', 'results.json'])
        expect(zip.rawPayload.includes(file)).toBe(true);
      expect(zip.rawPayload.includes('002.png')).toBe(false);
      const other = await test_.account();
      expect((await get(`/v1/batches/${id}`, other.headers)).statusCode).toBe(404);
      expect(await storedOf(test_.dataDir, 'queued')).toEqual([]);
    });

    test('choices are counted by style and platform', async () => {
      const { headers } = await test_.account();
      const make = async (words: string) =>
        (await post(generate, { image_base64: photo(words), platform: 'discord' }, headers)).json()
          .id as string;
      const [a, b, c] = [await make('a'), await make('b'), await make('review')];
      await post(`/v1/avatar/${a}/choice`, { choice: 'accepted' }, headers);
      await post(`/v1/avatar/${b}/choice`, { choice: 'declined' }, headers);
      expect((await get('/v1/review', headers)).json().items).toMatchObject([{ id: c, likeness_score: 0.7 }]);
      expect((await get('/v1/analytics', headers)).json().rows).toMatchObject([
        {
          style: 'anime_character',
          platform: 'discord',
          generations: 3,
          accepted: 1,
          declined: 1,
          decline_rate: 0.5,
        },
      ]);
    });

    test('the review is paged without gaps', async () => {
      const { headers } = await test_.account();
      const made: string[] = [];
      for (let i = 0; i < 3; i++)
        made.unshift((await post(generate, { image_base64: photo('review') }, headers)).json().id);
      const seen: string[] = [];
      for (let url = '/v1/review?limit=1'; ;) {
        const { items, next } = (await get(url, headers)).json();
        seen.push(...items.map(({ id }: { id: string }) => id));
        if (next === null) break;
        url = `/v1/review?limit=1&before=${next}`;
      }
      expect(seen).toEqual(made);
    });

    test('a photo is checked for free', async () => {
      const { headers } = await test_.account({ billing: 'credits' }, 0);
      const answer = await post('/v1/avatar/validate', { image_base64: photo('a') }, headers);
      expect(answer.json()).toMatchObject({
        usable: true,
        input_quality_score: 0.9,
        predicted: { credits: 1 },
      });
      expect((await post('/v1/avatar/validate', { image_base64: photo('refuse') }, headers)).statusCode).toBe(
        422,
      );
    });

    test('says what it offers and how it is', async () => {
      expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
      await expect.poll(async () => (await get('/readyz')).statusCode, { timeout: 10_000 }).toBe(200);
      expect((await get('/v1/platforms')).json().platforms[0]).toMatchObject({
        default_style: 'corporate_headshot',
      });
      expect((await get('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
      expect((await get('/docs/')).statusCode).toBe(200);
      expect((await get('/nothing')).json()).toMatchObject({ code: 'not-found' });
    });
  });
