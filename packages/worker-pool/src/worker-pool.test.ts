import { AvatarError, type StageEvent } from '@avatar/stage';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunUsage, WorkerPoolOptions } from './options.js';
import { createWorkerPool, type WorkerPool } from './worker-pool.js';

const FAKE = new URL('./fake-worker.test-support.ts', import.meta.url);
const pools: WorkerPool[] = [];
const open = (options: WorkerPoolOptions = {}) => {
  const pool = createWorkerPool({ module: FAKE, workers: 1, ...options });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool[Symbol.asyncDispose]();
});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it did not reject'),
    (error: unknown) => error as AvatarError,
  );
test('runs in a child, one after the other, and gives what it gives', async () => {
  const pool = open();
  const [first, second] = await Promise.all([pool.generate('pid'), pool.generate('pid')]);
  expect(first).not.toBe(process.pid);
  expect(second).toBe(first);
  expect(await pool.generate('echo', { seed: 3, input: { minCoverage: 0.1 } })).toEqual({
    seed: 3,
    input: { minCoverage: 0.1 },
  });
  expect((await pool.generate('bytes')).bytes).toEqual(new Uint8Array([1, 2, 3]));
});

test('draws people too, with the events of the run', async () => {
  const events: StageEvent[] = [];
  const pool = open();
  expect(await pool.draw('echo', { look: 'flat', seed: 3 })).toEqual({
    task: 'draw',
    answer: { look: 'flat', seed: 3 },
  });
  await pool.draw('events', {}, { onEvent: (event) => events.push(event) });
  expect(events).toHaveLength(2);
  expect(await failure(pool.draw('refuse'))).toMatchObject({ code: 'input-rejected' });
  // No model was loaded for it.
  expect(pool.stats().warm).toBe(0);
});

test('a child has a short command line, whatever the process was started with', async () => {
  const { argv, execArgv } = process;
  process.argv = [...argv, ...Array.from({ length: 2000 }, (_, i) => `holiday/IMG_${i}.jpg`)];
  process.execArgv = [...execArgv, ...Array.from({ length: 2000 }, () => '--no-warnings')];
  try {
    // A long one would end the process when it loads its first model: docs/known-faults.md.
    const words = (await open().generate('command-line')) as unknown as string[];
    expect(words.join(' ').length).toBeLessThan(2000);
  } finally {
    Object.assign(process, { argv, execArgv });
  }
});

test('streams events, and tells once what the run took', async () => {
  const events: StageEvent[] = [];
  const usages: RunUsage[] = [];
  await open().generate(
    'events',
    {},
    { onEvent: (event) => events.push(event), onUsage: (usage) => usages.push(usage) },
  );
  expect(events.map(({ type }) => type)).toEqual(['stage-start', 'stage-end']);
  expect(usages).toEqual([{ busyMs: expect.any(Number), cpuMs: expect.any(Number) }]);
});

describe('errors', () => {
  test('an AvatarError comes through as it was', async () => {
    const error = await failure(open().generate('refuse'));
    expect(AvatarError.is(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'input-rejected',
      reason: 'no-face',
      publicMessage: 'No face was found. Please take another photo.',
      facts: { faces: 0 },
      cause: { message: 'because', code: 'ENOENT' },
    });
  });

  test('any other is a stage that failed', async () => {
    const error = await failure(open().generate('fail'));
    expect(error).toMatchObject({
      code: 'stage-failed',
      reason: 'worker-failed',
      cause: { name: 'TypeError', message: 'broken' },
    });
  });

  test('a module that cannot start fails every call', async () => {
    const pool = open({ models: { directory: 'broken' } });
    expect(await failure(pool.warmUp())).toMatchObject({ code: 'model-unavailable' });
    expect(await failure(pool.generate('pid'))).toMatchObject({ code: 'model-unavailable' });
    expect(pool.stats()).toMatchObject({ warm: 0, running: 0 });
  });
});

describe('a child that ends', () => {
  test('fails its run only, and is replaced', async () => {
    const pool = open();
    const usages: RunUsage[] = [];
    const [died, next] = await Promise.allSettled([
      pool.generate('die', {}, { onUsage: (usage) => usages.push(usage) }),
      pool.generate('pid'),
    ]);
    expect(died).toMatchObject({
      reason: { code: 'stage-failed', reason: 'worker-died', facts: { signal: 'SIGKILL' } },
    });
    expect(next).toMatchObject({ status: 'fulfilled', value: expect.any(Number) });
    expect(usages).toHaveLength(1);
    expect(pool.stats()).toMatchObject({ restarts: 1, queued: 0, running: 0 });
  });

  test('before it was set up fails the call instead of leaving it waiting', async () => {
    const pool = open({ models: { directory: 'deadly' } });
    expect(await failure(pool.generate('pid'))).toMatchObject({
      reason: 'worker-died',
      facts: { exitCode: 3 },
    });
  });

  test('is told of, with the reason', async () => {
    const reasons: string[] = [];
    const pool = open({ maxRunsPerWorker: 2, abortGraceMs: 0, onRestart: (reason) => reasons.push(reason) });
    await failure(pool.generate('die'));
    await failure(pool.generate('block', {}, { deadlineMs: 200 }));
    const controller = new AbortController();
    await failure(
      pool.generate('block', {}, { signal: controller.signal, onEvent: () => controller.abort('stop') }),
    );
    await Promise.all([pool.generate('pid'), pool.generate('pid'), pool.generate('pid')]);
    expect(reasons).toEqual(['died', 'deadline', 'aborted', 'retired']);
  });

  test('is warmed up again where the pool is kept warm', async () => {
    const pool = open({ workers: 2 });
    await pool.warmUp();
    expect(pool.stats()).toMatchObject({ warm: 2 });
    await failure(pool.generate('die'));
    await expect.poll(() => pool.stats().warm, { timeout: 30_000 }).toBe(2);
  });

  test('after its number of runs is replaced between two runs', async () => {
    const pool = open({ maxRunsPerWorker: 2 });
    const pids = await Promise.all([1, 2, 3, 4].map(() => pool.generate('pid')));
    expect(new Set(pids).size).toBe(2);
    expect(pids[0]).toBe(pids[1]);
  });
});

describe('the queue', () => {
  test('is bounded, except for callers that bound themselves', async () => {
    const pool = open({ maxQueued: 1 });
    const running = pool.generate('block-a-while');
    const waiting = pool.generate('pid');
    expect(await failure(pool.generate('pid'))).toMatchObject({ code: 'overloaded', reason: 'queue-full' });
    const unbounded = pool.generate('pid', {}, { unbounded: true });
    expect(pool.stats()).toMatchObject({ running: 1, queued: 2 });
    expect(new Set(await Promise.all([running, waiting, unbounded])).size).toBe(1);
  });

  test('is finished before the pool is closed, and takes no more', async () => {
    const pool = createWorkerPool({ module: FAKE, workers: 1 });
    const running = pool.generate('block-a-while');
    const waiting = pool.generate('pid');
    const closed = Promise.all([pool.close(), pool[Symbol.asyncDispose]()]);
    expect(await failure(pool.generate('pid'))).toMatchObject({ code: 'overloaded', reason: 'closing' });
    expect(await waiting).toBe(await running);
    await closed;
    expect(pool.stats().pids).toEqual([]);
  });
});

describe('the deadline', () => {
  test('kills a child that is inside a model', async () => {
    const pool = open();
    const before = await pool.generate('pid');
    expect(await failure(pool.generate('block', {}, { deadlineMs: 300 }))).toMatchObject({
      code: 'timeout',
      reason: 'deadline',
      facts: { deadlineMs: 300 },
    });
    expect(await pool.generate('pid')).not.toBe(before);
  });

  test('counts the time of waiting, and leaves the child to the run that has it', async () => {
    const pool = open();
    const running = pool.generate('block-a-while');
    expect(await failure(pool.generate('pid', {}, { deadlineMs: 5 }))).toMatchObject({
      code: 'timeout',
      reason: 'never-started',
    });
    expect(await running).toBe(await pool.generate('pid'));
  });
});

describe('an abort', () => {
  test('rejects with the reason of the signal, and keeps a child that obeys', async () => {
    const pool = open();
    const before = await pool.generate('pid');
    const controller = new AbortController();
    const result = pool.generate(
      'wait',
      {},
      { signal: controller.signal, onEvent: () => controller.abort('stop') },
    );
    expect(await failure(result)).toBe('stop');
    expect(await pool.generate('pid')).toBe(before);
  });

  test('kills a child that does not obey', async () => {
    const pool = open({ abortGraceMs: 50 });
    const before = await pool.generate('pid');
    const controller = new AbortController();
    const result = pool.generate(
      'block',
      {},
      { signal: controller.signal, onEvent: () => controller.abort('stop') },
    );
    expect(await failure(result)).toBe('stop');
    expect(await pool.generate('pid')).not.toBe(before);
  });

  test('takes a call out of the queue', async () => {
    const pool = open();
    const running = pool.generate('block-a-while');
    const controller = new AbortController();
    const waiting = pool.generate('pid', {}, { signal: controller.signal });
    controller.abort('stop');
    expect(await failure(waiting)).toBe('stop');
    expect(pool.stats().queued).toBe(0);
    await running;
  });
});

test('options are checked', () => {
  expect(() => createWorkerPool({ workers: 0 })).toThrow('Expected an integer from 1 to 256 for workers');
  expect(() => createWorkerPool({ threads: 2 } as object)).toThrow('threads');
});
