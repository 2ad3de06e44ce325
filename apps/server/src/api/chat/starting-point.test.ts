import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';
import type { ChatAnswer } from './schemas.js';

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer();
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

const post = (message: string, session: string, more: object = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/chat',
    headers,
    payload: { message, session_id: session, stream: false, ...more },
  });
const say = async (...asked: Parameters<typeof post>) => (await post(...asked)).json<ChatAnswer>();
const memory = async (session: string) =>
  (await world.app.inject({ url: `/memory?session_id=${session}`, headers })).json<{
    avatar: Pick<ChatAnswer['avatar'], 'recipe' | 'character' | 'undo_steps'>;
    clarification?: object;
  }>();
const selfie = { image_urls: [`data:image/jpeg;base64,${photo('face')}`] };
const ids = ({ generations }: ChatAnswer) => generations.map(({ url }) => /out_\w+/.exec(url)?.[0]);

test('one of several pictures can be gone on with, and gone back to', async () => {
  await say('noir', 'picked', selfie);
  const four = await say('four variations please', 'picked');
  expect(four.avatar.recipe).not.toHaveProperty('palette');
  const third = await say('in warm light', 'picked', { picture: 3 });
  expect(third.avatar.recipe).toMatchObject({ style: 'noir', light: 'warm', palette: 'charcoal' });
  const undone = await say('undo', 'picked');
  expect(ids(undone)).toEqual([ids(four)[2]]);
  expect(undone.avatar.recipe).toMatchObject({ palette: 'charcoal' });
  expect(undone.avatar.recipe).not.toHaveProperty('light');
});

test('somebody of several is picked again after an undo', async () => {
  await say('a bald man', 'again');
  const three = await say('three variations', 'again');
  await say('waving', 'again');
  expect(ids(await say('undo', 'again'))).toEqual(ids(three));
  const second = await say('in warm light', 'again', { picture: 2 });
  const first = await say('in cool light', 'again');
  expect(second.avatar.character?.seed).not.toBe(three.avatar.character?.seed);
  expect(first.avatar.character?.seed).toBe(second.avatar.character?.seed);
});

test('a picture that was not shown cannot be gone on with', async () => {
  await say('noir', 'missing', selfie);
  const answer = await post('in warm light', 'missing', { picture: 2 });
  expect([answer.statusCode, answer.json()]).toEqual([
    400,
    expect.objectContaining({ code: 'invalid-request' }),
  ]);
});

test('a character that comes with a message is drawn, whoever was spoken of before', async () => {
  const character = { hair: { style: 'bob', hex: '#c4512a' }, glasses: { style: 'round' }, seed: 5 };
  await say('noir with my own background blurred', 'given', selfie);
  const drawn = await say('in warm light', 'given', { character });
  expect(drawn).toMatchObject({
    status: 'ok',
    generations: [{ model: 'avatar/character_toon3d' }],
    avatar: { recipe: { subject: 'character', light: 'warm' }, character },
  });
  expect(drawn.avatar.recipe).not.toHaveProperty('style');
  expect(drawn.avatar.recipe).not.toHaveProperty('background');
  const undone = await say('undo', 'given');
  expect(undone.avatar.recipe).toMatchObject({ subject: 'photo', style: 'noir' });
});

test('a character is remembered while something is asked back', async () => {
  const character = { hair: { style: 'bald' }, seed: 9 };
  expect(await say('make it pop', 'asked', { character })).toMatchObject({ status: 'awaiting_input' });
  expect((await say('waving', 'asked')).avatar.character).toMatchObject(character);
});

test('a character and a photo are two people', async () => {
  const answer = await post('noir', 'two', { ...selfie, character: {} });
  expect(answer.statusCode).toBe(400);
});

test('memory says what is known, what is asked and how far back it goes', async () => {
  expect(await memory('known')).toMatchObject({ avatar: { recipe: { mode: 'max' }, undo_steps: 0 } });
  await say('a bald man', 'known');
  expect((await say('in warm light', 'known')).avatar.undo_steps).toBe(1);
  await say('make it pop', 'known');
  expect(await memory('known')).toMatchObject({
    avatar: {
      recipe: { subject: 'character', light: 'warm' },
      character: { hair: { style: 'bald' } },
      undo_steps: 1,
    },
    clarification: { options: expect.arrayContaining(['Warmer light']) },
  });
});
