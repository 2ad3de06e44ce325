import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, newAccount, withDatabase } from '../testing/database-beside.test-support.js';
import { filesWith, storedOf } from '../testing/left-behind.test-support.js';
import { startServerProcess, type ServerProcess } from '../testing/server-process.test-support.js';
import { form, pictures, type Headers, type StyleAnswer } from '../testing/style-request.test-support.js';

// Servers are started and killed, on a machine that may have others to run.
vi.setConfig({ testTimeout: 170_000 });

let dataDir: string;
let running: ServerProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-crash-style-'));
});
afterEach(async () => {
  for (const one of running)
    if (one.process.exitCode === null && one.process.signalCode === null) await one.kill();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

const start = async (env: Record<string, string>): Promise<ServerProcess> => {
  const started = await startServerProcess(env);
  running.push(started);
  return started;
};
async function send({ address }: ServerProcess, headers: Headers, words: string): Promise<StyleAnswer> {
  const { payload, type } = await form(pictures(8, words));
  const answer = await fetch(`${address}/v1/styles`, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body: new Uint8Array(payload),
  });
  return (await answer.json()) as StyleAnswer;
}
const look = async ({ address }: ServerProcess, headers: Headers, token: string): Promise<StyleAnswer> =>
  (await (await fetch(`${address}/v1/styles/${token}`, { headers })).json()) as StyleAnswer;
const reaches = (server: ServerProcess, headers: Headers, token: string, status: string) =>
  expect
    .poll(async () => (await look(server, headers, token)).status, { timeout: 60_000, interval: 50 })
    .toBe(status);

const MARKER = 'style-needle-0123456789abcdef';

test('a style whose server is killed is made after its start, charged once, and its pictures are gone', async () => {
  const env = { AVATAR_DATA_DIR: dataDir, AVATAR_MIN_STYLE_EXAMPLES: '8', AVATAR_STYLE_CREDITS: '4' };
  const { id: accountId, headers } = await newAccount(env);
  const first = await start(env);
  const { style_token: token } = await send(first, headers, `slow:300 ${MARKER}`);
  await reaches(first, headers, token, 'running');
  expect(await storedOf(dataDir, 'queued')).toHaveLength(8);
  expect(await filesWith(dataDir, MARKER)).toEqual([]);
  await first.kill();

  const second = await start(env);
  await reaches(second, headers, token, 'ready');
  expect((await look(second, headers, token)).credits_charged).toBe(4);
  await second.drain();
  expect(await done(env, accountId)).toEqual({ charges: 1, outputs: 0, photos: 0, reservations: 0 });
  expect(await storedOf(dataDir, 'queued')).toEqual([]);
  expect(await storedOf(dataDir, 'preview')).toHaveLength(2);
});

test('a server that is told to end does not wait for a style, and the next one makes it', async () => {
  const env = { AVATAR_DATA_DIR: dataDir, AVATAR_MIN_STYLE_EXAMPLES: '8' };
  const { headers } = await newAccount(env);
  const first = await start({ ...env, AVATAR_STYLE_CREDITS: '4' });
  const { style_token: token } = await send(first, headers, 'slow:1500');
  await reaches(first, headers, token, 'running');
  expect(await first.drain()).toBe(0);
  const { rows } = await withDatabase(env, (database) =>
    database.query('select status from generations where id = $1', [token]),
  );
  expect(rows).toEqual([{ status: 'queued' }]);
  await reaches(await start(env), headers, token, 'ready');
});

test('a style whose server dies every time fails, is free and leaves no picture', async () => {
  const env = {
    AVATAR_DATA_DIR: dataDir,
    AVATAR_MIN_STYLE_EXAMPLES: '8',
    AVATAR_STYLE_CREDITS: '4',
    AVATAR_JOB_DELIVERIES: '2',
  };
  const { id: accountId, headers } = await newAccount(env);
  let server = await start(env);
  const { style_token: token } = await send(server, headers, 'slow:20000');
  for (let delivery = 1; delivery <= 2; delivery++) {
    await reaches(server, headers, token, 'running');
    await server.kill();
    server = await start(env);
  }
  await reaches(server, headers, token, 'failed');
  expect((await look(server, headers, token)).error).toMatchObject({ code: 'interrupted' });
  await server.drain();
  expect(await done(env, accountId)).toEqual({ charges: 0, outputs: 0, photos: 0, reservations: 0 });
  expect(await storedOf(dataDir, 'queued')).toEqual([]);
});

test('a picture that kills its worker every time ends the style, free of charge', async () => {
  const env = { AVATAR_DATA_DIR: dataDir, AVATAR_MIN_STYLE_EXAMPLES: '8', AVATAR_JOB_DELIVERIES: '1' };
  const { id: accountId, headers } = await newAccount({ ...env });
  const server = await start({ ...env, AVATAR_STYLE_CREDITS: '4' });
  const { style_token: token } = await send(server, headers, 'die');
  await reaches(server, headers, token, 'failed');
  await server.drain();
  expect(await done(env, accountId)).toEqual({ charges: 0, outputs: 0, photos: 0, reservations: 0 });
});
