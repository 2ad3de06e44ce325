import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccountDirectory } from '../accounts/index.js';
import { createBilling } from '../billing/index.js';
import { DATABASE_KINDS, type TestDatabase } from '../database/database.test-support.js';
import { checkQueueDepth, waitingJobs } from '../generations/queue-depth.js';
import { GenerationStore, newId } from '../generations/index.js';
import { createKeyRing } from '../storage/index.js';
import { takeNextJob } from './job-line.js';

for (const { name, missing, open } of DATABASE_KINDS)
  describe.skipIf(missing)(`the queue of jobs on ${name}`, () => {
    let opened: TestDatabase;
    let store: GenerationStore;
    beforeAll(async () => {
      opened = await open();
      const { database } = opened;
      store = new GenerationStore(database, createBilling(database), () => Promise.resolve());
    });
    afterAll(() => opened[Symbol.asyncDispose]());
    beforeEach(async () => {
      await opened.database.query('delete from accounts');
    });

    const account = async (settings = {}) => {
      const keyRing = createKeyRing([new Uint8Array(32)]);
      return (await createAccountDirectory(opened.database, keyRing, 'server').create('one', settings))
        .account;
    };
    const queue = (accountId: string, count: number, kind: 'generate' | 'style' = 'generate') =>
      store.queue(
        Array.from({ length: count }, () => ({
          id: newId('avt'),
          accountId,
          kind,
          inputKey: 'que_1',
          request: {
            options: { style: 'noir' },
            delivery: 'url' as const,
            cacheInput: false,
            inputId: undefined,
            series: undefined,
            callbackUrl: undefined,
            callbackId: undefined,
            reference: undefined,
          },
        })),
        undefined,
      );
    const take = (workerId = 'wrk_1') => takeNextJob({ database: opened.database, store, workerId });
    const takenFrom = async (count: number) => {
      const owners: string[] = [];
      for (let i = 0; i < count; i++) owners.push((await take())?.record.accountId ?? 'none');
      return owners;
    };

    test('avatars and styles wait in lines of their own', async () => {
      const { id } = await account();
      await queue(id, 2, 'style');
      await queue(id, 1);
      const line = (one: 'avatars' | 'styles') =>
        takeNextJob({ database: opened.database, store, workerId: 'wrk_1', line: one });
      expect((await line('avatars'))?.record.kind).toBe('generate');
      expect(await line('avatars')).toBeUndefined();
      expect((await line('styles'))?.record.kind).toBe('style');
    });

    test('accounts come in turns, however many jobs one of them has', async () => {
      const [a, b] = [await account(), await account()];
      await queue(a.id, 20);
      expect(await takenFrom(2)).toEqual([a.id, a.id]);
      await queue(b.id, 2);
      // B had no turn yet, so it is the next.
      expect(await takenFrom(5)).toEqual([b.id, a.id, b.id, a.id, a.id]);
    });

    test('an account with weight has several jobs in a turn', async () => {
      const [a, b] = [await account({ jobsPerTurn: 3 }), await account()];
      await queue(a.id, 10);
      await queue(b.id, 10);
      const owners = await takenFrom(12);
      expect(owners.filter((owner) => owner === a.id).length).toBeGreaterThanOrEqual(8);
      expect(owners.filter((owner) => owner === b.id).length).toBeGreaterThanOrEqual(3);
    });

    test('a job is taken once, by whoever asks first', async () => {
      const { id } = await account();
      await queue(id, 5);
      const taken = await Promise.all(Array.from({ length: 8 }, (_, n) => take(`wrk_${n}`)));
      const ids = taken.flatMap((job) => job?.record.id ?? []);
      while (ids.length < 5) ids.push((await take())?.record.id ?? 'none');
      expect(new Set(ids).size).toBe(5);
      expect(ids).not.toContain('none');
      expect(await take()).toBeUndefined();
    });

    test('a row that waits is all that there is to a job', async () => {
      const { id } = await account();
      const [{ id: jobId }] = await queue(id, 1);
      const first = await take();
      expect(first?.lease).toMatchObject({ id: jobId, delivery: 1 });
      // The process that took it is gone before it could do anything; the recovery says so.
      expect(await store.requeue(first!.lease, { computeMs: 0, cost: 0 })).toBe(true);
      expect((await take('wrk_2'))?.lease).toEqual({ id: jobId, delivery: 2, workerId: 'wrk_2' });
    });

    test('has an end, for each account and for all', async () => {
      const [a, b] = [await account(), await account({ maxQueuedJobs: 1 })];
      await queue(a.id, 3);
      const { orm } = opened.database;
      expect(await waitingJobs(orm, 100)).toBe(3);
      expect(await waitingJobs(orm, 2, a.id)).toBe(2);
      const limits = { maxQueuedJobs: 4, maxQueuedJobsOfAccount: 3 };
      await expect(checkQueueDepth(orm, a, 1, limits)).rejects.toMatchObject({ code: 'rate-limited' });
      await checkQueueDepth(orm, b, 1, limits);
      await expect(checkQueueDepth(orm, b, 2, limits)).rejects.toMatchObject({ code: 'rate-limited' });
      const all = { maxQueuedJobs: 3, maxQueuedJobsOfAccount: 100 };
      await expect(checkQueueDepth(orm, a, 1, all)).rejects.toMatchObject({ code: 'overloaded' });
    });

    test('signs of life are given for what this process runs, and for nothing else', async () => {
      const { id } = await account();
      await queue(id, 2);
      const [kept, lost] = [await take(), await take()];
      store.leases.letGo(lost!.lease);
      await opened.database.query(`update generations set heartbeat_at = now() - interval '1 hour'`);
      await store.leases.beat();
      const { rows } = await opened.database.query(
        `select id from generations where heartbeat_at > now() - interval '1 minute'`,
      );
      expect(rows).toEqual([{ id: kept!.lease.id }]);
      store.leases.letGo(kept!.lease);
    });
  });
