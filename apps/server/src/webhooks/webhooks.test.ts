import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountDirectory } from '../accounts/account-directory.js';
import { schema, type Database } from '../database/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { localServer, type LocalServer } from '../net/hostile-server.test-support.js';
import { publicAddressesAnd, type GuardedFetch } from '../net/index.js';
import { createKeyRing } from '../storage/key-ring.js';
import { createCallbackFetch } from './callback-fetch.js';
import { pauseAfter } from './retry-schedule.js';
import { signatureHeaders } from './signature.js';
import {
  createWebhookDispatcher,
  type WebhookDispatcher,
  type WebhookOutcome,
} from './webhook-dispatcher.js';
import { createWebhookOutbox, type NewWebhook, type WebhookOutbox } from './webhook-outbox.js';
import { newWebhookSecret } from './webhook-secret.js';

const { disabledWebhooks, webhookDeliveries } = schema;

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`webhooks on ${name}`, () => {
    let opened: TestDatabase;
    let database: Database;
    let outbox: WebhookOutbox;
    let accountId: string;
    let secret: string;
    let receiver: LocalServer;
    let guardedFetch: GuardedFetch;
    let dispatcher: WebhookDispatcher;
    let outcomes: WebhookOutcome[];
    let answer: { status: number; headers?: Record<string, string> } | 'nothing';
    let received: { headers: IncomingHttpHeaders; body: string }[];
    const keyRing = createKeyRing([randomBytes(32)]);

    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      outbox = createWebhookOutbox(database);
      const made = await createAccountDirectory(database, keyRing, 'server').create('One');
      [accountId, secret] = [made.account.id, made.webhookSecret];
    });
    afterAll(() => opened[Symbol.asyncDispose]());

    beforeEach(async () => {
      answer = { status: 204 };
      received = [];
      outcomes = [];
      receiver = await localServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
          if (answer === 'nothing') response.destroy();
          else response.writeHead(answer.status, answer.headers).end();
        });
      });
      guardedFetch = createCallbackFetch(false, {
        ports: [receiver.port],
        isAllowedAddress: publicAddressesAnd('127.0.0.1'),
        lookup: async (host) => [host === 'inside.example' ? '10.0.0.1' : '127.0.0.1'],
      });
      dispatcher = dispatcherWith(outbox);
    });
    afterEach(async () => {
      await dispatcher.stop();
      await guardedFetch.close();
      await receiver.close();
      await database.orm.delete(webhookDeliveries);
      await database.orm.delete(disabledWebhooks);
    });

    const dispatcherWith = (of: WebhookOutbox): WebhookDispatcher =>
      createWebhookDispatcher({
        database,
        outbox: of,
        keyRing,
        guardedFetch,
        everyMs: 5,
        onOutcome: (outcome) => void outcomes.push(outcome),
      });
    const add = (changes: Partial<NewWebhook & { data: object }> = {}): Promise<string> =>
      database.transaction((transaction) =>
        outbox.add(transaction, {
          accountId,
          generationId: 'avt_1',
          url: `http://hook.example:${receiver.port}/hook?x=1`,
          eventType: 'generation.succeeded',
          ...changes,
          data: { job_id: 'avt_1', callback_id: 'mine', ...changes.data },
        }),
      );
    const row = async (id: string) =>
      (await database.orm.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)))[0];
    const makeDue = async () => {
      await database.orm.update(webhookDeliveries).set({ nextAttemptAt: new Date(0) });
    };

    it('arrive once, signed, with what happened', async () => {
      const id = await add();
      expect(await dispatcher.dispatchDue()).toBe(1);
      expect(await dispatcher.dispatchDue()).toBe(0);
      expect(received).toHaveLength(1);
      const [{ headers, body }] = received;
      const message = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(message).toMatchObject({
        type: 'generation.succeeded',
        data: { job_id: 'avt_1', callback_id: 'mine' },
      });
      expect(headers).toMatchObject({ 'webhook-id': id, 'content-type': 'application/json' });
      expect(await row(id)).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 204 });
      expect(outcomes).toEqual(['delivered']);
      expect(receiver.requests).toEqual([`hook.example:${receiver.port}/hook?x=1`]);
    });

    it('are there when what they tell is, and not otherwise', async () => {
      const work = database.transaction(async (transaction) => {
        await outbox.add(transaction, {
          accountId,
          generationId: 'g',
          url: 'http://x/',
          eventType: 'e',
          data: {},
        });
        throw new Error('stop');
      });
      await expect(work).rejects.toThrow('stop');
      expect(await dispatcher.dispatchDue()).toBe(0);
    });

    it.each([500, 404, 301, 302, 307, 401, 429, 502, 504])('are tried again after %d', async (status) => {
      answer = { status, headers: { location: `http://hook.example:${receiver.port}/other` } };
      const id = await add();
      await dispatcher.dispatchDue();
      expect(received).toHaveLength(1);
      const waiting = await row(id);
      expect(waiting).toMatchObject({ status: 'pending', attempts: 1, lastStatusCode: status });
      expect(waiting.nextAttemptAt.getTime() - Date.now()).toBeGreaterThan(2_000);
      expect(await dispatcher.dispatchDue()).toBe(0);
      answer = { status: 200 };
      await makeDue();
      await dispatcher.dispatchDue();
      expect(await row(id)).toMatchObject({ status: 'delivered', attempts: 2 });
      // The same id, another time, another signature.
      const [first, second] = received.map(({ headers }) => headers);
      expect(second['webhook-id']).toBe(first['webhook-id']);
      expect(outcomes).toEqual(['retried', 'delivered']);
    });

    it('are tried again when nobody answers', async () => {
      answer = 'nothing';
      const id = await add();
      await dispatcher.dispatchDue();
      expect(await row(id)).toMatchObject({ status: 'pending', attempts: 1, lastStatusCode: null });
    });

    it('wait as long as the receiver asks', async () => {
      answer = { status: 429, headers: { 'retry-after': '600' } };
      const id = await add();
      await dispatcher.dispatchDue();
      expect((await row(id)).nextAttemptAt.getTime() - Date.now()).toBeGreaterThan(590_000);
    });

    it('are given up after ten attempts, and can be sent again by hand', async () => {
      answer = { status: 500 };
      const id = await add();
      for (let i = 0; i < 12; i++) {
        await makeDue();
        await dispatcher.dispatchDue();
      }
      expect(received).toHaveLength(10);
      expect(await row(id)).toMatchObject({ status: 'failed', attempts: 10 });
      answer = { status: 200 };
      expect(await outbox.replay('acc_other', id)).toBe(false);
      expect(await outbox.replay(accountId, id)).toBe(true);
      await dispatcher.dispatchDue();
      expect(await row(id)).toMatchObject({ status: 'delivered', attempts: 1 });
      expect(received.at(-1)?.headers['webhook-id']).toBe(id);
    });

    it('are signed with the old secret too for a while after a change, and never longer', async () => {
      const directory = createAccountDirectory(database, keyRing, 'operator');
      const { account, webhookSecret } = await directory.create('Changing');
      const verifiedBy = async (known: string): Promise<boolean> => {
        await add({ accountId: account.id });
        await dispatcher.dispatchDue();
        const { headers, body } = received.at(-1)!;
        try {
          new Webhook(known).verify(body, headers as Record<string, string>);
          return true;
        } catch {
          return false;
        }
      };
      const renewed = await directory.renewWebhookSecret(account.id, 60_000);
      expect(await verifiedBy(webhookSecret)).toBe(true);
      expect(await verifiedBy(renewed!)).toBe(true);
      await database.query(`update accounts set previous_webhook_secret_ends = now() where id = $1`, [
        account.id,
      ]);
      expect(await verifiedBy(webhookSecret)).toBe(false);
      const leaked = await directory.renewWebhookSecret(account.id, 60_000);
      await directory.renewWebhookSecret(account.id, 0);
      expect(await verifiedBy(leaked!)).toBe(false);
    });

    it('are not sent any more to an address that is gone, until it is allowed again', async () => {
      answer = { status: 410 };
      const gone = [await add(), await add()];
      await dispatcher.dispatchDue();
      const later = await add();
      await dispatcher.dispatchDue();
      for (const id of [...gone, later]) expect((await row(id)).status).toBe('disabled');
      expect(received.length).toBeLessThan(3);
      const { length } = received;
      answer = { status: 200 };
      const url = (await row(later)).url;
      expect(await outbox.enable(accountId, url)).toBe(true);
      expect(await outbox.enable(accountId, url)).toBe(false);
      await outbox.replay(accountId, later);
      await dispatcher.dispatchDue();
      expect(received).toHaveLength(length + 1);
    });

    it.each([
      'http://127.0.0.2:PORT/',
      'http://169.254.169.254/',
      'http://localhost:PORT/',
      'http://[::1]:PORT/',
      'file:///etc/passwd',
    ])('never go to %s', async (url) => {
      const id = await add({ url: url.replace('PORT', String(receiver.port)) });
      await dispatcher.dispatchDue();
      expect(await row(id)).toMatchObject({ status: 'failed', attempts: 1 });
      expect(receiver.requests).toEqual([]);
    });

    it('never go to a name that leads inside, and seem as if nobody answered', async () => {
      const id = await add({ url: `http://inside.example:${receiver.port}/` });
      await dispatcher.dispatchDue();
      expect(await row(id)).toMatchObject({ status: 'pending', attempts: 1, lastStatusCode: null });
      expect(receiver.requests).toEqual([]);
    });

    it('stay below 20 kB: what is too long is left to be fetched', async () => {
      await add({ data: { job_id: 'avt_1', callback_id: 'mine', long: 'x'.repeat(20_000) } });
      await dispatcher.dispatchDue();
      expect(received[0].body.length).toBeLessThan(20_000);
      expect(JSON.parse(received[0].body)).toMatchObject({
        data: { job_id: 'avt_1', callback_id: 'mine', truncated: true },
      });
    });

    it('are sent once by several dispatchers', async () => {
      for (let i = 0; i < 30; i++) await add();
      const others = [dispatcher, dispatcherWith(outbox), dispatcherWith(outbox)];
      while ((await Promise.all(others.map((one) => one.dispatchDue()))).some((tried) => tried > 0));
      expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
      expect(received).toHaveLength(30);
    });

    it('are found by a dispatcher that runs, and sent to the end when it stops', async () => {
      dispatcher.start();
      for (let i = 0; i < 20; i++) await add();
      await expect.poll(() => outcomes.length).toBe(20);
      await dispatcher.stop();
      await add();
      expect(received).toHaveLength(20);
    });

    it('do not end the dispatcher when the database is lost', async () => {
      let calls = 0;
      const errors: unknown[] = [];
      const flaky = createWebhookDispatcher({
        database,
        outbox: {
          ...outbox,
          claim: (...args) => (calls++ === 0 ? Promise.reject(new Error('lost')) : outbox.claim(...args)),
        },
        keyRing,
        guardedFetch,
        everyMs: 5,
        onError: (error) => errors.push(error),
      });
      await add();
      flaky.start();
      await expect.poll(() => received.length).toBe(1);
      await flaky.stop();
      expect(errors).toHaveLength(1);
    });

    it('are removed some days after they were decided, and not before', async () => {
      const [decided, waiting] = [await add(), await add()];
      await database.orm
        .update(webhookDeliveries)
        .set({ status: 'delivered' })
        .where(eq(webhookDeliveries.id, decided));
      expect(await outbox.sweep(60_000)).toBe(0);
      expect(await outbox.sweep(-60_000)).toBe(1);
      expect(await row(waiting)).toBeDefined();
    });
  });

describe('signatureHeaders', () => {
  const body = '{"a":1}';
  it('are what the library makes, and one is enough of several', () => {
    const [old, current] = [newWebhookSecret(), newWebhookSecret()];
    const sentAt = new Date();
    const headers = signatureHeaders([current, old], 'msg_1', sentAt, body);
    expect(headers['webhook-signature']).toBe(
      [current, old].map((secret) => new Webhook(secret).sign('msg_1', sentAt, body)).join(' '),
    );
    for (const secret of [old, current])
      expect(new Webhook(secret).verify(body, { ...headers })).toEqual({ a: 1 });
    expect(() => new Webhook(newWebhookSecret()).verify(body, { ...headers })).toThrow();
    expect(() => new Webhook(current).verify('{"a":2}', { ...headers })).toThrow();
  });

  it('are refused when they are old', () => {
    const secret = newWebhookSecret();
    const headers = signatureHeaders([secret], 'msg_1', new Date(Date.now() - 600_000), body);
    expect(() => new Webhook(secret).verify(body, { ...headers })).toThrow();
  });
});

it('pauses grow as the specification says, and end', () => {
  const pauses = Array.from({ length: 10 }, (_, i) => pauseAfter(i + 1));
  const expected = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
  expected.forEach((pause, i) => {
    expect(pauses[i]).toBeGreaterThanOrEqual(pause);
    expect(pauses[i]).toBeLessThanOrEqual(pause * 1.1);
  });
  expect(pauses[9]).toBeUndefined();
  expect(pauseAfter(1, 999_999)).toBe(86_400);
});

it('production sends over https alone', async () => {
  const production = createCallbackFetch(true);
  expect(() => production.check('http://hook.example/')).toThrow();
  expect(() => production.check('https://hook.example/')).not.toThrow();
  await production.close();
});
