import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo, startTestServer, type TestServer } from '../../testing/test-server.test-support.js';
import type { ChatAnswer } from './schemas.js';

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

export const dataPhoto = (words = 'face'): string => `data:image/jpeg;base64,${photo(words)}`;
const post = (payload: object, more: Readonly<Record<string, string>> = headers) =>
  world.app.inject({ method: 'POST', url: '/chat', headers: more, payload });
const say = async (message: string, session: string, more: object = {}, who = headers) => {
  const answer = await post({ message, session_id: session, stream: false, ...more }, who);
  return answer.json<ChatAnswer>();
};
const eventsOf = (body: string): Record<string, unknown>[] =>
  body
    .split('\n\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice(6)) as Record<string, unknown>);
const pictureAt = (url: string) => world.app.inject({ url: url.replace(/^http:\/\/[^/]*/, '') });

describe('without a stream', () => {
  test('draws somebody who is described', async () => {
    const answer = await say(
      'A woman in her sixties with a silver bob and round glasses, in anime style',
      'one',
    );
    expect(answer).toMatchObject({
      session_id: 'one',
      task_id: expect.stringMatching(/^tsk_/),
      status: 'ok',
      generations: [
        {
          url: expect.stringContaining('/v1/files/out_'),
          model: 'avatar/character_anime',
          media_type: 'image',
          metadata: { width: 800, height: 800 },
        },
      ],
      avatar: {
        recipe: { subject: 'character', look: 'anime', mode: 'max' },
        character: { age: 'senior', hair: { style: 'bob' }, glasses: { style: 'round' } },
        likeness_score: null,
        decision: 'accept',
        warnings: [],
      },
    });
    const picture = await pictureAt(answer.generations[0].url);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });

  test('styles a photo', async () => {
    const answer = await say('Make it a cartoon for Discord', 'two', { image_urls: [dataPhoto()] });
    expect(answer).toMatchObject({
      status: 'ok',
      generations: [{ model: 'avatar/cartoon' }],
      avatar: {
        recipe: { subject: 'photo', style: 'cartoon', platform: 'discord' },
        likeness_score: 0.88,
        decision: 'accept',
      },
    });
    expect((await pictureAt(answer.generations[0].url)).statusCode).toBe(200);
  });
});

test('as a stream: what happens, in the order of the vendor', async () => {
  const body = { message: 'Create a professional avatar from this photo', image_urls: [dataPhoto()] };
  const answer = await post({ ...body, session_id: 'stream' });
  expect(answer.headers['content-type']).toContain('text/event-stream');
  expect(answer.body).not.toMatch(/^(event|id):/m);
  expect(answer.body.trimEnd().endsWith('data: [DONE]')).toBe(true);
  const events = eventsOf(answer.body);
  expect(events.map(({ type }) => type)).toEqual([
    'thinking_delta',
    'status',
    'execution_started',
    'execution_progress',
    'text_response',
    'generation_response',
    'execution_completed',
    'complete',
  ]);
  expect(events.at(-1)).toMatchObject({
    status: 'ok',
    session_id: 'stream',
    generations: [{ media_type: 'image' }],
    avatar: { recipe: { subject: 'photo', style: 'corporate_headshot' } },
  });
});
