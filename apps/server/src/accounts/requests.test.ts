import { randomBytes } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { eq, sql } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema, type Database } from '../database/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { createKeyRing } from '../storage/key-ring.js';
import type { Account } from './account.js';
import { createIdempotencyStore, type IdempotencyStore } from './idempotency-store.js';
import { useIdempotency, type IdempotencyProblem } from '../http/idempotency.js';
import { accountRateLimit } from '../http/rate-limit.js';
import { sweepRateWindows } from './rate-windows.js';

const { accounts, idempotencyKeys, rateWindows } = schema;
const STATUS: Readonly<Record<IdempotencyProblem, number>> = {
  'key-too-long': 400,
  'content-too-deep': 400,
  'request-running': 409,
  'request-differs': 422,
};
const SETTINGS: Readonly<Record<string, schema.AccountSettings>> = {
  acc_6: { requestsPerMinute: 5 },
  acc_7: { readsPerMinute: 3 },
};
const withStatus = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`requests on ${name}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let store: IdempotencyStore;
    let app: FastifyInstance;
    let handled: unknown[];
    let answer: (body: { a?: number }) => Promise<{ status: number; retryAfter?: number }>;

    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      store = createIdempotencyStore(database, createKeyRing([randomBytes(32)]), {
        heartbeatMs: 4_000,
        silenceMs: 15_000,
      });
      for (const id of ['acc_1', 'acc_2', 'acc_5', 'acc_6', 'acc_7'])
        await database.orm.insert(accounts).values({ id, name: id });
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    beforeEach(async () => {
      handled = [];
      answer = async () => ({ status: 200 });
      app = await newApp(database);
    });
    afterEach(() => app.close());

    async function newApp(on: Database): Promise<FastifyInstance> {
      const made = Fastify();
      const accountOf = (request: { headers: Record<string, string | string[] | undefined> }): Account => {
        const id = request.headers['x-account']?.toString() ?? 'acc_1';
        return { id, name: id, settings: SETTINGS[id] ?? {} };
      };
      await made.register(
        rateLimit,
        accountRateLimit({
          database: on,
          requestsPerMinute: 2,
          readsPerMinute: 1_000,
          accountOf,
          tooManyRequests: (seconds) => withStatus(429, `again in ${seconds}`),
        }),
      );
      useIdempotency(made, {
        store,
        accountOf,
        keyHashOf: () => 'h',
        boundAnswer: () => Promise.resolve({ kind: 'again' }),
        problem: (problem) => withStatus(STATUS[problem], problem),
      });
      made.get('/limited', { config: { rateLimit: {} } }, () => ({}));
      made.get('/also-limited', { config: { rateLimit: {} } }, () => ({}));
      made.get('/free', () => ({}));
      made.post('/plain', () => ({ count: handled.push('plain') }));
      made.post(
        '/do',
        {
          config: { idempotent: true },
          schema: { body: { type: 'object', properties: { a: { type: 'integer' } } } },
        },
        async (request, reply) => {
          handled.push(request.body);
          const { status, retryAfter } = await answer(request.body as { a?: number });
          if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
          return reply.code(status).header('x-credits-charged', '1').send({ count: handled.length });
        },
      );
      return made;
    }

    const post = (
      key: string | undefined,
      payload: object,
      headers: Record<string, string> = {},
      url = '/do',
    ) =>
      app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...(key !== undefined && { 'idempotency-key': key }), ...headers },
      });

    describe('with an Idempotency-Key', () => {
      it('give the first answer again, in any order of the names, and do nothing', async () => {
        const first = await post('k1', { a: 1, b: { c: 2, d: [1, 2] } });
        const again = await post('k1', { b: { d: [1, 2], c: 2 }, a: 1 });
        expect(again.json()).toEqual({ count: 1 });
        expect([again.body, again.statusCode]).toEqual([first.body, first.statusCode]);
        expect(again.headers).toMatchObject({
          'idempotency-replayed': 'true',
          'x-credits-charged': '1',
          'content-type': 'application/json; charset=utf-8',
        });
        expect(first.headers['idempotency-replayed']).toBeUndefined();
        expect(handled).toHaveLength(1);
      });

      it.each([500, 503, 422, 504])('give a failure again: %d', async (status) => {
        answer = async () => ({ status });
        await post(`failure ${status}`, {});
        answer = async () => ({ status: 200 });
        expect((await post(`failure ${status}`, {})).statusCode).toBe(status);
        expect(handled).toHaveLength(1);
      });

      it('give even an unexpected error again', async () => {
        answer = async () => Promise.reject(new Error('boom'));
        await post('boom', {});
        answer = async () => ({ status: 200 });
        expect((await post('boom', {})).statusCode).toBe(500);
        expect(handled).toHaveLength(1);
      });

      it.each([{ status: 503, retryAfter: 3 }, { status: 402 }, { status: 429 }])(
        'keep nothing when nothing was begun: %o',
        async (refusal) => {
          const key = `refusal ${refusal.status}`;
          answer = async () => refusal;
          await post(key, {});
          answer = async () => ({ status: 200 });
          expect((await post(key, {})).statusCode).toBe(200);
        },
      );

      it('keep nothing when the request is not valid', async () => {
        expect((await post('invalid', { a: 'x' })).statusCode).toBe(400);
        expect((await post('invalid', { a: 1 })).statusCode).toBe(200);
      });

      it('refuse another request with the same key', async () => {
        await post('differs', { a: 1 });
        expect((await post('differs', { a: 2 })).json()).toMatchObject({
          statusCode: 422,
          message: 'request-differs',
        });
        expect((await post('differs', { a: 1 }, { prefer: 'respond-async' })).statusCode).toBe(422);
        expect((await post('differs', { a: 1 })).statusCode).toBe(200);
        expect(handled).toHaveLength(1);
      });

      it('refuse a second one while the first runs, and run only one of many', async () => {
        let finish = (): void => undefined;
        answer = () => new Promise((done) => (finish = () => done({ status: 200 })));
        const answered: number[] = [];
        const sent = Array.from({ length: 8 }, async () => {
          const { statusCode } = await post('at once', { a: 1 });
          answered.push(statusCode);
        });
        await expect.poll(() => answered).toEqual(Array<number>(7).fill(409));
        finish();
        await Promise.all(sent);
        expect(answered.at(-1)).toBe(200);
        expect(handled).toHaveLength(1);
      });

      it('belong to one account', async () => {
        await post('mine', { a: 1 });
        expect((await post('mine', { a: 2 }, { 'x-account': 'acc_2' })).json()).toEqual({ count: 2 });
      });

      it('have keys of at most 255 characters', async () => {
        expect((await post('k'.repeat(255), {})).statusCode).toBe(200);
        expect((await post('k'.repeat(256), {})).statusCode).toBe(400);
      });

      it('are as any other where the route does not understand it, or the key is empty', async () => {
        await post('k', {}, {}, '/plain');
        expect((await post('k', {}, {}, '/plain')).json()).toEqual({ count: 2 });
        await post('', {});
        expect((await post('', {})).json()).toEqual({ count: 4 });
      });

      it('are taken over when the process of the first died, and only then', async () => {
        answer = () => new Promise(() => undefined);
        void post('dead', { a: 1 });
        const isKey = eq(idempotencyKeys.key, 'dead');
        await expect.poll(() => handled.length).toBe(1);
        answer = async () => ({ status: 200 });
        expect((await post('dead', { a: 1 })).statusCode).toBe(409);
        await database.orm
          .update(idempotencyKeys)
          .set({ lockedUntil: sql`now() - interval '1 second'` })
          .where(isKey);
        expect((await post('dead', { a: 2 })).statusCode).toBe(422);
        expect((await post('dead', { a: 1 })).statusCode).toBe(200);
      });

      it('are not held for event streams, which have no answer to keep', async () => {
        const headers = { accept: 'text/event-stream' };
        await post('stream', { a: 1 }, headers);
        expect((await post('stream', { a: 2 }, headers)).json()).toEqual({ count: 2 });
        expect((await post('stream', { a: 1 }, { ...headers, prefer: 'respond-async' })).json()).toEqual({
          count: 3,
        });
        expect((await post('stream', { a: 1 }, { ...headers, prefer: 'respond-async' })).json()).toEqual({
          count: 3,
        });
      });

      it('are free again when the answer could not be written', async () => {
        const first = await store.begin('acc_1', 'unwritten', 'hash');
        if (first.kind !== 'first') throw new Error('Expected the first');
        await expect(first.request.save({ statusCode: 1e12, headers: {}, body: '' })).rejects.toThrow();
        await database.orm.update(idempotencyKeys).set({ lockedUntil: sql`now() - interval '1 second'` });
        expect((await store.begin('acc_1', 'unwritten', 'hash')).kind).toBe('first');
      });

      it('are held as long as the first runs', async () => {
        let finish = (): void => undefined;
        answer = () => new Promise((done) => (finish = () => done({ status: 200 })));
        const first = post('long', { a: 1 });
        await expect.poll(() => handled.length).toBe(1);
        const lockedUntil = async () => {
          const [row] = await database.orm
            .select()
            .from(idempotencyKeys)
            .where(eq(idempotencyKeys.key, 'long'));
          return row.lockedUntil?.getTime() ?? 0;
        };
        const before = await lockedUntil();
        await expect.poll(lockedUntil, { timeout: 20_000 }).toBeGreaterThan(before);
        finish();
        expect((await first).statusCode).toBe(200);
      });

      it('are forgotten after a day', async () => {
        await post('old', { a: 1 });
        await database.orm
          .update(idempotencyKeys)
          .set({ expiresAt: sql`now()` })
          .where(eq(idempotencyKeys.key, 'old'));
        expect((await post('old', { a: 2 })).json()).toEqual({ count: 2 });
        await database.orm.update(idempotencyKeys).set({ expiresAt: sql`now()` });
        expect(await store.sweep()).toBeGreaterThan(0);
        expect(await database.orm.select().from(idempotencyKeys)).toEqual([]);
      });

      it('leave no answer in the clear', async () => {
        await post('sealed', { a: 1 });
        expect(JSON.stringify(await database.orm.select().from(idempotencyKeys))).not.toContain('count\\"');
      });
    });

    describe('above the limit', () => {
      const get = (account: string, url = '/limited', on = app) =>
        on.inject({ url, headers: { 'x-account': account } });

      it('are refused, by account, over all limited routes', async () => {
        const first = await get('acc_1');
        expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
        await get('acc_1', '/also-limited');
        const refused = await get('acc_1');
        expect(refused.json()).toMatchObject({ statusCode: 429 });
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
        expect((await get('acc_1', '/free')).statusCode).toBe(200);
        expect((await get('acc_2')).statusCode).toBe(200);
      });

      it('are refused where they make nothing too, and counted apart', async () => {
        for (let i = 0; i < 3; i++) expect((await get('acc_7', '/free')).statusCode).toBe(200);
        expect((await get('acc_7', '/free')).statusCode).toBe(429);
        expect((await get('acc_7')).statusCode).toBe(200);
      });

      it('have the limit of their account', async () => {
        const statuses = await Promise.all(
          Array.from({ length: 8 }, async () => (await get('acc_6')).statusCode),
        );
        expect(statuses.filter((status) => status === 200)).toHaveLength(5);
      });

      it('are let in again in the next window, and leave nothing for long', async () => {
        for (let i = 0; i < 3; i++) await get('acc_5');
        const ago = (time: string) =>
          database.orm.update(rateWindows).set({ startedAt: sql`now() - ${time}::interval` });
        await ago('61 seconds');
        expect((await get('acc_5')).statusCode).toBe(200);
        expect(await sweepRateWindows(database)).toBe(0);
        await ago('2 days');
        expect(await sweepRateWindows(database)).toBeGreaterThan(0);
      });

      it.skipIf(name === 'embedded')('are counted together by several processes', async () => {
        await database.orm.delete(rateWindows);
        const another = await newApp(await opened.again());
        const statuses = [];
        for (const on of [app, another, app, another])
          statuses.push((await get('acc_2', '/limited', on)).statusCode);
        expect(statuses).toEqual([200, 200, 429, 429]);
        await another.close();
      });
    });
  });
