import { afterAll, beforeAll, expect, test } from 'vitest';
import type { schema } from '../database/index.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

const postgres = process.env.AVATAR_TEST_DATABASE_URL !== undefined;

let world: TestServer;
let id: string;
beforeAll(async () => {
  world = await startTestServer({ postgres, env: { AVATAR_READS_PER_MINUTE: '1000' } });
  ({ id } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

const NOWHERE = `avt_${'0'.repeat(32)}`;
const ROUTES = [
  ['read', 'GET', `/v1/jobs/${NOWHERE}`],
  ['read', 'GET', '/v1/review'],
  ['read', 'GET', '/v1/analytics'],
  ['create', 'POST', '/v1/avatar/generate'],
  ['create', 'POST', '/v1/avatar/validate'],
  ['create', 'DELETE', `/v1/jobs/${NOWHERE}`],
  ['manage', 'DELETE', `/v1/outputs/${NOWHERE}`],
  ['manage', 'DELETE', '/v1/people/Grace'],
  ['manage', 'DELETE', '/v1/account?confirm=acc_1'],
  ['manage', 'POST', `/v1/webhooks/deliveries/msg_${'0'.repeat(32)}/resend`],
] as const;

test.each(['read', 'create', 'manage'] as const)('a key for %s does that and nothing else', async (scope) => {
  const headers = await headersFor([scope]);
  for (const [needed, method, url] of ROUTES) {
    const { statusCode, body } = await world.app.inject({ method, url, headers });
    if (needed === scope) expect([url, statusCode]).not.toEqual([url, 403]);
    else expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'scope-missing' });
  }
});

test('a key for everything may do everything', async () => {
  const headers = await headersFor(undefined);
  for (const [, method, url] of ROUTES)
    expect((await world.app.inject({ method, url, headers })).statusCode).not.toBe(403);
});

test('reading has a limit of its own, and leaves making alone', async () => {
  const { headers } = await world.account({ readsPerMinute: 2 });
  const look = () => world.app.inject({ url: '/v1/review', headers });
  expect((await look()).headers['ratelimit-remaining']).toBe('1');
  await look();
  const refused = await look();
  expect(refused.json()).toMatchObject({ status: 429, code: 'rate-limited' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  for (const url of [`/v1/jobs/${NOWHERE}`, '/v1/analytics', `/v1/batches/bat_${'0'.repeat(32)}/archive.zip`])
    expect((await world.app.inject({ url, headers })).statusCode).toBe(429);
  const made = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers,
    payload: { image_base64: photo('a photo') },
  });
  expect(made.statusCode).toBe(200);
});

async function headersFor(scopes: readonly schema.KeyScope[] | undefined) {
  return { 'x-api-key': await world.server.services.directory.createKey(id, { scopes }) };
}
