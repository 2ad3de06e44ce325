import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());

interface Answer {
  readonly decision: string;
  readonly delivered: string;
  readonly credits_charged: number;
  readonly attempt_reports: readonly { readonly checks: readonly { readonly threshold: number }[] }[];
}

async function generate(
  headers: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>>,
  words = 'a photo',
): Promise<Answer> {
  const payload = { image_base64: photo(words), platform: 'linkedin', ...options };
  const answer = await world.app.inject({ method: 'POST', url: '/v1/avatar/generate', headers, payload });
  expect(answer.statusCode).toBe(200);
  return answer.json<Answer>();
}
const credits = async (id: string) => (await world.server.services.billing.balance(id)).credits;

test('an avatar that would have passed is paid for, however strict the request asks the checks to be', async () => {
  const { id, headers } = await world.account({ billing: 'credits' }, 2);
  const answer = await generate(headers, { min_likeness: 1 });
  expect(answer).toMatchObject({ decision: 'review', delivered: 'avatar', credits_charged: 1 });
  expect(await credits(id)).toBe(1);
});

test('what does not pass by its platform costs nothing, and neither does the photo itself', async () => {
  const { id, headers } = await world.account({ billing: 'credits' }, 2);
  expect(await generate(headers, {}, 'review')).toMatchObject({ decision: 'review', credits_charged: 0 });
  const original = await generate(headers, { min_likeness: 1, on_fail: 'fallback_original' });
  expect(original).toMatchObject({ delivered: 'original', credits_charged: 0 });
  expect(await credits(id)).toBe(2);
});

test('the least likeness of an account is a floor, and not a default', async () => {
  const { headers } = await world.account({ minLikeness: { professional: 0.9 } });
  const thresholdOf = ({ attempt_reports: [{ checks }] }: Answer) => checks[0].threshold;
  expect(thresholdOf(await generate(headers, { min_likeness: 0 }))).toBe(0.9);
  expect(thresholdOf(await generate(headers, {}))).toBe(0.9);
  expect(thresholdOf(await generate(headers, { min_likeness: 0.95 }))).toBe(0.95);
});
