import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { ChatAnswer } from '../api/chat/schemas.js';
import { filesWith, storedOf, tablesWith } from '../testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';
import { sweepAll } from '../upkeep/sweeper.js';

const HOUR_MS = 3_600_000;

let world: TestServer;
let headers: Readonly<Record<string, string>>;
// The embedded database asks the same clock as the server, so one clock moves both.
beforeAll(async () => {
  world = await startTestServer({
    env: {
      AVATAR_INPUT_TTL_HOURS: '12',
      AVATAR_OUTPUT_TTL_HOURS: '48',
      AVATAR_CONVERSATION_TTL_HOURS: '240',
    },
  });
  ({ headers } = await world.account());
});
afterEach(() => vi.useRealTimers());
afterAll(() => world[Symbol.asyncDispose]());

/** So long after now, as far as anybody can tell. */
function hoursLater(hours: number): void {
  const now = Date.now() + hours * HOUR_MS;
  vi.useFakeTimers({ toFake: ['Date'], now });
}
async function sweep(): Promise<void> {
  const { database, archive, idempotency, outbox, conversations, styles, config } = world.server.services;
  const { recordMs, conversationMs } = config.ttl;
  await sweepAll({
    database,
    archive,
    idempotency,
    outbox,
    conversations: conversations.store,
    unanswered: conversations.unanswered,
    ownStyles: styles.ownStyles,
    recordMs,
    conversationMs,
  });
}
const say = async (message: string, session: string, more: object = {}, who = headers) => {
  const payload = { message, session_id: session, stream: false, ...more };
  const response = await world.app.inject({ method: 'POST', url: '/chat', headers: who, payload });
  return response.json<ChatAnswer>();
};
const selfie = (words = 'face') => ({ image_urls: [`data:image/jpeg;base64,${photo(words)}`] });

test('the database goes by the clock that is moved', async () => {
  hoursLater(100);
  const { rows } = await world.server.services.database.query('select now() as now');
  expect(Math.abs(new Date(String(rows[0].now)).getTime() - Date.now())).toBeLessThan(HOUR_MS);
});

test.each([true, false])(
  'a photo is asked for again behind AVATAR_INPUT_TTL_HOURS, swept: %s',
  async (isSwept) => {
    const session = `photo-${isSwept}`;
    await say('make me a cartoon', session, selfie());
    hoursLater(11.9);
    expect((await say('in warm light', session)).status).toBe('ok');
    // The clock of a photo is not wound by its use.
    hoursLater(0.2);
    if (isSwept) await sweep();
    const asked = await say('noir', session);
    expect(asked).toMatchObject({ status: 'awaiting_input', generations: [] });
    expect(asked.content).toContain('send it again');
    // Nothing of the recipe was lost, and nothing of the message that could not be followed came in.
    expect(asked.avatar.recipe).toMatchObject({ style: 'cartoon', light: 'warm' });
    if (isSwept) expect(await storedOf(world.dataDir, 'input')).toEqual([]);
    // The picture is kept for longer than its photo.
    expect((await say('undo', session)).generations).toHaveLength(1);
    const again = await say('noir', session, selfie());
    expect(again).toMatchObject({ status: 'ok', avatar: { recipe: { style: 'noir' } } });
  },
);

test('a character outlives its photo, and undo draws what is kept no more', async () => {
  await say('a cartoon', 'character', selfie());
  await say('draw me as a character', 'character');
  await say('in anime style', 'character');
  hoursLater(13);
  await sweep();
  const waving = await say('waving', 'character');
  expect(waving).toMatchObject({
    status: 'ok',
    avatar: { recipe: { look: 'anime' }, character: { hair: { style: 'bun' } } },
  });
  hoursLater(60);
  await sweep();
  const undone = await say('undo', 'character');
  expect(undone).toMatchObject({ status: 'ok', generations: [{ model: 'avatar/character_anime' }] });
  expect(undone.avatar.recipe).not.toHaveProperty('pose');
});

test('a conversation is gone behind its time, with rows and files', async () => {
  const needle = 'needle-of-a-conversation-0123456789';
  const { headers: mine } = await world.account();
  await say(`a man with a red beard ${needle}`, 'gone', {}, mine);
  await say('cartoon', 'gone', selfie(needle), mine);
  hoursLater(239);
  await sweep();
  const { database } = world.server.services;
  expect(await tablesWith(database, needle)).toContain('conversation_turns');
  // Whoever writes begins its time anew.
  await say('hello', 'gone', {}, mine);
  hoursLater(239);
  await sweep();
  expect(await tablesWith(database, needle)).toContain('conversation_turns');
  hoursLater(2);
  await sweep();
  expect(await tablesWith(database, needle)).toEqual([]);
  expect(await filesWith(world.dataDir, photo(needle))).toEqual([]);
  expect(await storedOf(world.dataDir, 'input')).toEqual([]);
  const listed = await world.app.inject({ url: '/sessions', headers: mine });
  expect(listed.json()).toMatchObject({ total_sessions: 0 });
  expect(await say('undo', 'gone', {}, mine)).toMatchObject({ generations: [] });
});

test('another key of the account finds neither photo nor person, before and after', async () => {
  const { id, headers: mine } = await world.account();
  const other = { 'x-api-key': await world.server.services.directory.createKey(id) };
  await say('cartoon', 'shared', selfie(), mine);
  const asked = await say('noir', 'shared', {}, other);
  expect(asked).toMatchObject({ status: 'awaiting_input', generations: [] });
  expect(asked.avatar.recipe).not.toHaveProperty('subject');
  await world.app.inject({ method: 'DELETE', url: '/memory?session_id=shared', headers: other });
  expect(await say('in warm light', 'shared', {}, mine)).toMatchObject({
    status: 'ok',
    avatar: { recipe: { style: 'cartoon', light: 'warm' } },
  });
});
