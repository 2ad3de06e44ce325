import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.test-support.js';

let world: TestServer;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
});
afterAll(() => world[Symbol.asyncDispose]());

const speaker = async (credits: number) => {
  const { id, headers } = await world.account({ billing: 'credits' }, credits);
  const say = (message: string) =>
    world.app.inject({
      method: 'POST',
      url: '/chat',
      headers,
      payload: { message, stream: false, session_id: 'one' },
    });
  const credit = async () => (await world.server.services.billing.balance(id)).credits;
  return { say, credit };
};
const undoSteps = ({ json }: Awaited<ReturnType<Awaited<ReturnType<typeof speaker>>['say']>>) =>
  json<{ avatar: { undo_steps: number } }>().avatar.undo_steps;

test('every picture of messages that are answered side by side can be gone back to', async () => {
  const { say, credit } = await speaker(5);
  await say('a bald man');
  const answers = await Promise.all(['with a red hat', 'in warm light', 'waving'].map(say));
  expect(answers.map(undoSteps).sort()).toEqual([1, 2, 3]);
  expect(await credit()).toBe(1);
});

test('nobody goes back while another message is being answered, and nothing is lost', async () => {
  const { say } = await speaker(5);
  await say('a bald man');
  await say('with a red hat');
  const { store } = world.server.services.conversations;
  const save = store.save.bind(store);
  const meanwhile = vi.spyOn(store, 'save').mockImplementationOnce(async (...asked) => {
    await say('in warm light');
    return save(...asked);
  });
  const answer = await say('undo');
  meanwhile.mockRestore();
  expect(answer.statusCode).toBe(409);
  expect(undoSteps(await say('waving'))).toBe(3);
});
