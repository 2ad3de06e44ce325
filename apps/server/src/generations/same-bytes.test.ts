import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

const postgres = process.env.AVATAR_TEST_DATABASE_URL !== undefined;

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer({ postgres });
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

const pictureOf = async (options: object): Promise<string> => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/v1/avatar/generate',
    headers,
    payload: { image_base64: photo('a photo'), delivery: 'inline', ...options },
  });
  return answer.json<{ avatar_base64: string }>().avatar_base64;
};

test('the same photo, options and seed give the same bytes, whoever asks and in whatever session', async () => {
  const first = await pictureOf({ seed: 7 });
  expect(await pictureOf({ seed: 7 })).toBe(first);
  expect(await pictureOf({ seed: 7, session_id: 's-1', reference: 'Grace' })).toBe(first);
  expect(await pictureOf({ seed: 8 })).not.toBe(first);
});
