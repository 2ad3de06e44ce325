import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServerDatabase } from './database/database.test-support.js';
import { done, newAccount, withDatabase } from './testing/database-beside.test-support.js';
import { filesWith, storedOf } from './testing/left-behind.test-support.js';
import { startServerProcess, type ServerProcess } from './testing/server-process.test-support.js';
import { photo } from './testing/test-server.test-support.js';

// Servers are started and killed several times, on a machine that may have others to run.
vi.setConfig({ testTimeout: 170_000 });

let dataDir: string;
let running: ServerProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-crash-'));
});
afterEach(async () => {
  for (const one of running)
    if (one.process.exitCode === null && one.process.signalCode === null) await one.kill();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string>, role?: 'worker'): Promise<ServerProcess> {
  const started = await startServerProcess(env, role);
  running.push(started);
  return started;
}

type Headers = Readonly<Record<string, string>>;
const generate = (server: ServerProcess, words: string, headers: Headers) =>
  fetch(`${server.address}/v1/avatar/generate`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ image_base64: photo(words) }),
  });
const submit = async (server: ServerProcess, words: string, headers: Headers) =>
  ((await (await generate(server, words, { ...headers, prefer: 'respond-async' })).json()) as { id: string })
    .id;
const job = async (server: ServerProcess, id: string, headers: Headers) =>
  (await (await fetch(`${server.address}/v1/jobs/${id}`, { headers })).json()) as {
    status: string;
    result?: { credits_charged: number };
    error?: { code: string };
  };
const reaches = (server: ServerProcess, id: string, status: string, headers: Headers) =>
  expect
    .poll(async () => (await job(server, id, headers)).status, { timeout: 30_000, interval: 50 })
    .toBe(status);

describe('on the embedded database', () => {
  test('a server that is killed in the middle of its jobs does them after its start, each once', async () => {
    const env = { AVATAR_DATA_DIR: dataDir };
    const { id: accountId, headers } = await newAccount(env);
    const marker = 'crash-needle-0123456789abcdef';
    const first = await start(env);
    const ids = [
      await submit(first, `slow:1500 ${marker} 1`, headers),
      await submit(first, `slow:100 ${marker} 2`, headers),
      await submit(first, `slow:100 ${marker} 3`, headers),
    ];
    await reaches(first, ids[0], 'running', headers);
    expect(await storedOf(dataDir, 'queued')).toHaveLength(3);
    await first.kill();

    const second = await start(env);
    for (const id of ids) await reaches(second, id, 'succeeded', headers);
    expect(await second.drain()).toBe(0);
    expect(await done(env, accountId)).toEqual({ charges: 3, outputs: 3, photos: 0, reservations: 0 });
    expect(await storedOf(dataDir, 'queued')).toEqual([]);
    expect(await storedOf(dataDir, 'output')).toHaveLength(3);
    expect(await filesWith(dataDir, marker)).toEqual([]);
  });

  test('a synchronous run ends with its server: it failed, cost nothing and left nothing', async () => {
    const env = { AVATAR_DATA_DIR: dataDir };
    const { id: accountId, headers } = await newAccount(env);
    const marker = 'sync-needle-0123456789abcdef';
    const first = await start(env);
    const answer = generate(first, `slow:20000 ${marker}`, headers).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await first.kill();
    await answer;
    await (await start(env)).drain();
    await withDatabase(env, async (database) => {
      const { rows } = await database.query('select status, error from generations');
      expect(rows).toMatchObject([{ status: 'failed', error: { code: 'interrupted' } }]);
    });
    expect(await done(env, accountId)).toEqual({ charges: 0, outputs: 0, photos: 0, reservations: 0 });
    expect(await filesWith(dataDir, marker)).toEqual([]);
  });

  test('a job whose server dies every time is given up', async () => {
    const env = { AVATAR_DATA_DIR: dataDir, AVATAR_JOB_DELIVERIES: '2' };
    const { id: accountId, headers } = await newAccount(env);
    let server = await start(env);
    const id = await submit(server, 'slow:20000', headers);
    for (let delivery = 1; delivery <= 2; delivery++) {
      await reaches(server, id, 'running', headers);
      await server.kill();
      server = await start(env);
    }
    await reaches(server, id, 'failed', headers);
    expect((await job(server, id, headers)).error).toMatchObject({ code: 'interrupted' });
    await server.drain();
    expect(await done(env, accountId)).toEqual({ charges: 0, outputs: 0, photos: 0, reservations: 0 });
  });

  test('SIGTERM finishes what was begun', async () => {
    const env = { AVATAR_DATA_DIR: dataDir };
    const { headers } = await newAccount(env);
    const server = await start(env);
    const answer = generate(server, 'slow:1500', headers);
    const id = await submit(server, 'slow:500', headers);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await server.drain()).toBe(0);
    expect((await answer).status).toBe(200);
    const { rows } = await withDatabase(env, (database) =>
      database.query('select status, deliveries from generations where id = $1', [id]),
    );
    // It was running when the signal came and is done, or it waits for the next start; it is never half done.
    expect(['succeeded', 'queued']).toContain(rows[0].status);
  });
});

describe.skipIf(!process.env.AVATAR_TEST_DATABASE_URL)('on PostgreSQL', () => {
  test('what a killed worker had begun is done by another, once', async () => {
    const { url, drop } = await createServerDatabase();
    const env = { AVATAR_DATA_DIR: dataDir, DATABASE_URL: url };
    try {
      const { id: accountId, headers } = await newAccount(env);
      const server = await start(env);
      const worker = await start(env, 'worker');
      const ids: string[] = [];
      for (let i = 0; i < 6; i++) ids.push(await submit(server, `slow:800 ${i}`, headers));
      const owners = () =>
        withDatabase(env, async (database) => {
          const { rows } = await database.query(
            `select distinct worker_id from generations where status = 'running'`,
          );
          return rows.length;
        });
      await expect.poll(owners, { timeout: 20_000, interval: 50 }).toBe(2);
      await worker.kill();
      for (const id of ids) await reaches(server, id, 'succeeded', headers);
      await server.drain();
      expect(await done(env, accountId)).toEqual({ charges: 6, outputs: 6, photos: 0, reservations: 0 });
    } finally {
      for (const one of running)
        if (one.process.exitCode === null && one.process.signalCode === null) await one.kill();
      await drop();
    }
  });
});
