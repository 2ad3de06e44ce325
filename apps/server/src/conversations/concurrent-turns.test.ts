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
  const { billing, database } = world.server.services;
  const credit = async () => (await billing.balance(id)).credits;
  const turns = async () => {
    const ours = `select 1 from conversation_turns t join conversations c on c.id = t.conversation_id where account_id = $1`;
    return (await database.query(ours, [id])).rows.length;
  };
  return { say, credit, turns };
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

test.each([
  ['a picture', 'waving'],
  ['going back', 'undo'],
])('%s whose commit nobody heard of is written down once', async (_what, message) => {
  const { say, turns } = await speaker(5);
  await say('a bald man');
  await say('with a red hat');
  const { store } = world.server.services.conversations;
  const save = store.save.bind(store);
  // As a lost connection makes it: the transaction is done, and is done once more.
  const twice = vi.spyOn(store, 'save').mockImplementationOnce(async (...asked) => {
    await save(...asked);
    return save(...asked);
  });
  const answer = await say(message);
  twice.mockRestore();
  expect(answer.statusCode).toBe(200);
  expect(undoSteps(answer)).toBe(message === 'undo' ? 0 : 2);
  expect(await turns()).toBe(3);
});
