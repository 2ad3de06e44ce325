import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());

test('what a dead process had already drawn goes when its job is done again', async () => {
  const { archive, database } = world.server.services;
  const { id: accountId, headers } = await world.account();
  const answer = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers: { ...headers, prefer: 'respond-async' },
    payload: { image_base64: photo('slow:1500') },
  });
  const { id } = answer.json<{ id: string }>();
  const row = async () =>
    (await database.query('select status, deliveries, worker_id from generations where id = $1', [id]))
      .rows[0];
  await expect.poll(async () => (await row()).status, { timeout: 10_000 }).toBe('running');
  await archive.save({
    accountId,
    generationId: id,
    kind: 'output',
    bytes: new Uint8Array([1]),
    contentType: 'image/png',
    expiresAt: new Date(Date.now() + 60_000),
  });
  // As if the run were of a process that is gone.
  await database.query(
    `update generations set worker_id = 'wrk_gone', heartbeat_at = 'epoch' where id = $1`,
    [id],
  );
  await expect.poll(row, { timeout: 30_000 }).toMatchObject({ status: 'succeeded', deliveries: 2 });
  const kept = async () =>
    (
      await database.query('select kind from stored_objects where generation_id = $1 order by kind', [id])
    ).rows.map(({ kind }) => kind);
  // The photo that waited goes just behind the answer.
  await expect.poll(kept, { timeout: 10_000 }).toEqual(['output', 'thumbnail']);
});

test('what a dead process held for a request that came to nothing goes back', async () => {
  const { database, billing } = world.server.services;
  const { id: accountId } = await world.account({ billing: 'credits' }, 2);
  await billing.reserve({ accountId, generationId: 'avt_alive', credits: 1 });
  await database.query(
    `insert into reservations (generation_id, account_id, credits, heartbeat_at) values ('avt_gone', $1, 0, 'epoch')`,
    [accountId],
  );
  const held = async () =>
    (await database.query('select generation_id from reservations where account_id = $1', [accountId])).rows;
  await expect.poll(held, { timeout: 30_000 }).toEqual([{ generation_id: 'avt_alive' }]);
});
