import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedOf } from '../testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());

test('what a delivery left whose process died goes when the job has ended, and its result stays', async () => {
  const { id: accountId, headers } = await world.account();
  const { archive, store } = world.server.services;
  const submitted = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers: { ...headers, prefer: 'respond-async' },
    payload: { image_base64: photo('slow:500') },
  });
  const { id } = submitted.json<{ id: string }>();
  // A picture is kept a moment before its result is written, and there the process died.
  const left = await archive.save({
    accountId,
    generationId: id,
    kind: 'output',
    bytes: Buffer.from('left'),
    contentType: 'image/png',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  await expect.poll(() => store.hasEnded(id), { timeout: 20_000 }).toBe(true);
  expect(await archive.has(accountId, left)).toBe(false);
  const kept = (await store.find(accountId, id))?.pictures?.avatarKey ?? '';
  expect(await archive.has(accountId, kept)).toBe(true);
  await archive.sweep();
  expect(await storedOf(world.dataDir, 'output')).toEqual([kept]);
});
