import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChatAnswer } from '../api/chat/schemas.js';
import { done, newAccount } from '../testing/database-beside.test-support.js';
import { storedOf } from '../testing/left-behind.test-support.js';
import { startServerProcess, type ServerProcess } from '../testing/server-process.test-support.js';
import { photo } from '../testing/test-server.test-support.js';

// Servers are started and killed, on a machine that may have others to run.
vi.setConfig({ testTimeout: 170_000 });

let dataDir: string;
let server: ServerProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'avatar-crash-chat-'));
});
afterEach(async () => {
  if (server?.process.exitCode === null && server.process.signalCode === null) await server.kill();
  await rm(dataDir, { recursive: true, force: true });
});

type Headers = Readonly<Record<string, string>>;
const start = async () => (server = await startServerProcess({ AVATAR_DATA_DIR: dataDir }));
const request = async (path: string, headers: Headers, body?: object) =>
  fetch(`${server?.address}${path}`, {
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
const say = async (message: string, headers: Headers, more: object = {}) =>
  (await (
    await request('/chat', headers, { message, session_id: 'ann', stream: false, ...more })
  ).json()) as ChatAnswer;
const memory = async (headers: Headers) =>
  withoutLinks(await (await request('/memory?session_id=ann', headers)).json());
/** Links are signed anew, and the address is that of the process. */
const withoutLinks = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/http:\/\/[^"]*(out_\w+)[^"]*/g, '$1'));
const pictureIn = ({ generations }: ChatAnswer) => /out_\w+/.exec(generations[0].url)?.[0];
const selfie = (words: string) => ({ image_urls: [`data:image/jpeg;base64,${photo(words)}`] });

test('a server that is killed between two turns goes on where it was', async () => {
  const env = { AVATAR_DATA_DIR: dataDir };
  const { id, headers } = await newAccount(env);
  await start();
  const first = await say('make me a cartoon', headers, selfie('face'));
  await say('draw me as a character, waving', headers);
  const before = await say('in anime style, on a beach', headers);
  expect(before.avatar).toMatchObject({
    recipe: { subject: 'character', look: 'anime', background: 'beach_sunset', pose: { gesture: 'wave' } },
    character: { hair: { style: 'bun' } },
  });
  const remembered = await memory(headers);
  await server?.kill();

  await start();
  expect(await memory(headers)).toEqual(remembered);
  const after = await say('look to the left', headers);
  expect(after.avatar).toMatchObject({
    recipe: { ...before.avatar.recipe, pose: { gesture: 'wave', yaw: -25 } },
    character: { ...before.avatar.character, pose: { gesture: 'wave', yaw: -25 } },
  });
  const undone = await say('undo', headers);
  expect([undone.avatar.recipe, pictureIn(undone)]).toEqual([before.avatar.recipe, pictureIn(before)]);
  // Back over the kill to the photo, which is there too: it is styled again without being sent.
  expect(pictureIn(await say('undo, two steps', headers))).toBe(pictureIn(first));
  expect(await say('noir', headers)).toMatchObject({
    status: 'ok',
    avatar: { recipe: { subject: 'photo', style: 'noir' } },
  });
  expect(await server?.drain()).toBe(0);
  expect(await done(env, id)).toMatchObject({ charges: 5, outputs: 5, reservations: 0 });
});

test('a server that is killed in the middle of a turn has not begun it, and charges for its repetition only', async () => {
  const env = { AVATAR_DATA_DIR: dataDir };
  const { id, headers } = await newAccount(env);
  await start();
  const first = await say('make me a cartoon, in warm light', headers, selfie('face'));
  const remembered = await memory(headers);
  const keyed = { ...headers, 'idempotency-key': 'second' };
  const second = () => say('noir', keyed, selfie('another face slow:3000'));
  const lost = second().catch(() => undefined);
  const isRunning = async () => {
    const { items } = (await (await request('/v1/jobs?status=running', headers)).json()) as {
      items: unknown[];
    };
    return items.length;
  };
  await expect.poll(isRunning, { timeout: 60_000, interval: 50 }).toBe(1);
  await server?.kill();
  expect(await lost).toBeUndefined();

  await start();
  expect(await memory(headers)).toEqual(remembered);
  const repeated = await expect
    .poll(second, { timeout: 60_000, interval: 200 })
    .toMatchObject({ status: 'ok', avatar: { recipe: { subject: 'photo', style: 'noir', light: 'warm' } } })
    .then(second);
  // The same key is the same turn.
  expect(repeated.task_id).toBe((await second()).task_id);
  const undone = await say('undo', headers);
  expect([undone.avatar.recipe, pictureIn(undone)]).toEqual([first.avatar.recipe, pictureIn(first)]);
  expect((await memory(headers)) as object).toMatchObject({ total_exchanges: 3 });
  // Nothing of the lost turn outlives the conversation.
  const cleared = await fetch(`${server?.address}/memory?session_id=ann`, { method: 'DELETE', headers });
  expect(await cleared.json()).toMatchObject({ messages_deleted: 3 });
  expect(await storedOf(dataDir, 'input')).toEqual([]);
  expect(await server?.drain()).toBe(0);
  expect(await done(env, id)).toEqual({ charges: 2, outputs: 2, photos: 0, reservations: 0 });
});
