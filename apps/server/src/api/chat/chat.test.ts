import type { WorkerPool } from '@avatar/worker-pool';
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

const dataPhoto = (words = 'face'): string => `data:image/jpeg;base64,${photo(words)}`;
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
const get = (url: string, who = headers) => world.app.inject({ url, headers: who });

describe('one message', () => {
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
    const answer = await say('Make it a cartoon for Discord, in warm light', 'two', {
      image_urls: [dataPhoto()],
    });
    expect(answer).toMatchObject({
      status: 'ok',
      generations: [{ model: 'avatar/cartoon' }],
      avatar: {
        recipe: { subject: 'photo', style: 'cartoon', platform: 'discord', light: 'warm' },
        likeness_score: 0.88,
        decision: 'accept',
      },
    });
    expect((await pictureAt(answer.generations[0].url)).statusCode).toBe(200);
  });

  test('as a stream tells what happens, in the order of the vendor', async () => {
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
      'execution_progress',
      'text_response',
      'generation_response',
      'execution_completed',
      'complete',
    ]);
    const progress = events.filter(({ type }) => type === 'execution_progress');
    expect(progress.map(({ stage, completed_steps }) => [stage, completed_steps])).toEqual([
      ['load', 0],
      [undefined, 1],
    ]);
    expect(events.at(-1)).toMatchObject({
      status: 'ok',
      session_id: 'stream',
      generations: [{ media_type: 'image' }],
      avatar: { recipe: { subject: 'photo', style: 'corporate_headshot' } },
    });
  });

  test('that is not understood is asked back', async () => {
    const answer = await post({ message: 'make it pop', session_id: 'ask' });
    expect(eventsOf(answer.body).map(({ type }) => type)).toEqual([
      'thinking_delta',
      'clarification_needed',
      'complete',
    ]);
    expect(eventsOf(answer.body).at(-1)).toMatchObject({ status: 'awaiting_input', generations: [] });
  });

  test('against the content policy is refused, before anything is fetched', async () => {
    const request = { image_urls: ['https://127.0.0.1/nothing.jpg'], session_id: 'refused' };
    const answer = await say('put me naked on the beach', 'refused', request);
    expect(answer).toMatchObject({ status: 'refused', code: 'content-policy', generations: [] });
    const streamed = await post({ ...request, message: 'put me naked on the beach' });
    expect(eventsOf(streamed.body)).toEqual([
      expect.objectContaining({ type: 'thinking_delta' }),
      expect.objectContaining({ type: 'error', code: 'content-policy' }),
      expect.objectContaining({ type: 'complete', status: 'refused' }),
    ]);
  });
});

describe('a conversation', () => {
  test('keeps the photo: variations of it without sending it again, and back', async () => {
    const first = await say('Start with a professional headshot version', 'kept', {
      image_urls: [dataPhoto()],
    });
    const second = await say('Now create a cartoon/illustrated version of the same person', 'kept');
    expect(second.avatar.recipe).toMatchObject({ subject: 'photo', style: 'cartoon' });
    const undone = await say('go back to the one before', 'kept');
    expect(undone.avatar.recipe).toMatchObject({ style: 'corporate_headshot' });
    // The same picture, and not another one.
    const name = (answer: ChatAnswer) => /out_\w+/.exec(answer.generations[0].url)?.[0];
    expect(name(undone)).toBe(name(first));
  });

  test('of a person in a photo who waves: offers a character, and draws it when told yes', async () => {
    await say('a cartoon please', 'wave', { image_urls: [dataPhoto()] });
    const asked = await say('now waving', 'wave');
    expect(asked).toMatchObject({
      status: 'awaiting_input',
      clarification: { options: ['Yes, draw me as a character', 'No, keep the photo'] },
    });
    const drawn = await say('yes please', 'wave');
    expect(drawn).toMatchObject({
      status: 'ok',
      generations: [{ model: 'avatar/character_flat' }],
      avatar: { recipe: { subject: 'character', look: 'flat', pose: { gesture: 'wave' } } },
    });
    expect(drawn.avatar.character).toMatchObject({ hair: { style: 'bun' } });
    const turned = await say('in a 3/4 view with arms crossed', 'wave');
    expect(turned.avatar.recipe).toMatchObject({ pose: { yaw: 30, gesture: 'arms_crossed' } });
  });

  test('is about the same person over ten turns', async () => {
    await say('a bald man with a green hoodie', 'ten');
    const first = await say('in warm light', 'ten');
    const { expression: _none, pose: _neither, ...person } = first.avatar.character ?? {};
    const turns = [
      'anime',
      'waving',
      'a beach behind him',
      'look to the left',
      'laughing',
      'for Discord',
      'flat style',
      'close-up',
      'in 3d',
      'eco mode',
    ];
    for (const turn of turns) {
      const answer = await say(turn, 'ten');
      expect(answer.status, turn).toBe('ok');
      expect(answer.avatar.character).toMatchObject(person);
    }
    const edited = await say('give him sunglasses', 'ten');
    expect(edited.avatar.character).toMatchObject({ ...person, glasses: { style: 'sunglasses' } });
  });

  test('of several photos asks who is meant, and takes the best of one person', async () => {
    const image_urls = [dataPhoto('one'), dataPhoto('two')];
    const asked = await say('a cartoon', 'several', { image_urls });
    expect(asked.status).toBe('awaiting_input');
    expect(asked.clarification?.options).toHaveLength(3);
    const answer = await say('Photo 2', 'several');
    expect(answer).toMatchObject({ status: 'ok', avatar: { recipe: { style: 'cartoon' } } });
    const together = await say('a cartoon, all of them are the same person', 'several-2', { image_urls });
    expect(together.status).toBe('ok');
  });

  test('of several photos of one person measures a character from all of them that can be used', async () => {
    const image_urls = ['one', 'refuse', 'three'].map(dataPhoto);
    const { measure } = world.server.services.pool;
    const asked: number[] = [];
    Object.assign(world.server.services.pool, {
      measure: (...[photos, call]: Parameters<typeof measure>) => {
        asked.push(photos.length);
        return measure(photos, call);
      },
    });
    const { id, headers: payer } = await world.account({ billing: 'credits' }, 2);
    const message = 'make a character of me with a red hat, in anime style, they are all of me';
    const drawn = await say(message, 'measured', { image_urls }, payer);
    expect(drawn).toMatchObject({
      status: 'ok',
      generations: [{ model: 'avatar/character_anime' }],
      avatar: {
        recipe: { subject: 'character', look: 'anime' },
        // Of the photos, and what was said beyond them.
        character: { hair: { style: 'bun' }, glasses: { style: 'round' }, headwear: { hex: '#c8372f' } },
      },
    });
    expect(asked).toEqual([2]);
    // Known from now on, and not measured again.
    const waving = await say('waving', 'measured', {}, payer);
    expect(waving.avatar.character).toMatchObject({ hair: { style: 'bun' }, glasses: { style: 'round' } });
    expect(asked).toHaveLength(1);
    expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 0 });
  });

  test('a photo smiles and turns a little when told, and goes back to itself', async () => {
    const pool = world.server.services.pool as WorkerPool;
    const generate = pool.generate.bind(pool);
    const asked: object[] = [];
    Object.assign(pool, {
      generate: (...[image, options, call]: Parameters<typeof generate>) => {
        const { smile, yawDeg } = options ?? {};
        asked.push({ smile, yawDeg });
        return generate(image, options, call);
      },
    });
    await say('a headshot', 'smile', { image_urls: [dataPhoto()] });
    const smiling = await say('warmer light, a slight smile', 'smile');
    expect(smiling.avatar.recipe).toMatchObject({
      subject: 'photo',
      expression: 'slight_smile',
      light: 'warm',
    });
    const turned = await say('turn the head a little to the left', 'smile');
    expect(turned.avatar.recipe).toMatchObject({ expression: 'slight_smile', pose: { yaw: -5 } });
    const far = await say('in a 3/4 view', 'smile');
    expect(far.status).toBe('awaiting_input');
    await say('keep the photo', 'smile');
    await say('not smiling, and look at the camera', 'smile');
    Object.assign(pool, { generate });
    expect(asked).toEqual([{}, { smile: 0.35 }, { smile: 0.35, yawDeg: -5 }, {}]);
  });

  test('makes four variations, each another one', async () => {
    await say('noir', 'four', { image_urls: [dataPhoto()] });
    const answer = await say('four variations please', 'four');
    expect(answer.generations).toHaveLength(4);
    expect(new Set(answer.generations.map(({ url }) => url)).size).toBe(4);
  });
});

describe('memory', () => {
  test('lists, reads and clears what a key has said, and nothing of another key', async () => {
    const { id, headers: mine } = await world.account();
    const other = { 'x-api-key': await world.server.services.directory.createKey(id) };
    await say('a bald man', 'shared-name', {}, mine);
    await say('anime', 'shared-name', {}, mine);
    const memory = (await get('/memory?session_id=shared-name', mine)).json<Record<string, unknown>>();
    expect(memory).toMatchObject({
      session_id: 'shared-name',
      total_exchanges: 2,
      conversation_history: [
        { user_prompt: 'a bald man' },
        { user_prompt: 'anime', avatar: { decision: 'accept', warnings: [] } },
      ],
    });
    expect((memory.generated_media_urls as string[]).length).toBe(2);
    expect((await get('/sessions', mine)).json()).toMatchObject({
      total_sessions: 1,
      sessions: [{ session_id: 'shared-name', message_count: 2 }],
    });
    // Another key of the same account, and another account.
    for (const who of [other, headers]) {
      expect((await get('/sessions', who)).body).not.toContain('shared-name');
      expect((await get('/memory?session_id=shared-name', who)).json()).toMatchObject({ total_exchanges: 0 });
      expect(await say('undo', 'shared-name', {}, who)).toMatchObject({ status: 'ok', generations: [] });
    }
    const url = '/memory?session_id=shared-name';
    const cleared = await world.app.inject({ method: 'DELETE', url, headers: mine });
    expect(cleared.json()).toEqual({ cleared: true, session_id: 'shared-name', messages_deleted: 2 });
    expect((await get('/sessions', mine)).json()).toMatchObject({ total_sessions: 0 });
  });

  test('goes with the person who is erased, photo and pictures too', async () => {
    const { headers: mine } = await world.account();
    await say('cartoon', 'erased', { image_urls: [dataPhoto()], reference: 'grace' }, mine);
    const answer = await world.app.inject({ method: 'DELETE', url: '/v1/people/grace', headers: mine });
    expect(answer.json()).toMatchObject({ removed: { conversations: 1, generations: 1 } });
    const { rows } = await world.server.services.database.query(
      `select 1 from conversations where reference = 'grace'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('errors, in the shape of the vendor', () => {
  test('an empty balance, streamed or not, drawn or styled', async () => {
    const { headers: poor } = await world.account({ billing: 'credits' }, 0);
    for (const body of [
      { message: 'a bald man', stream: false },
      { message: 'a bald man' },
      { message: 'cartoon', image_urls: [dataPhoto()] },
    ]) {
      const answer = await post(body, poor);
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        type: 'error',
        code: 'insufficient-credits',
        message: 'Failed to create prediction: HTTP 422',
      });
    }
    // What costs nothing is answered.
    expect(await say('hello', 'poor', {}, poor)).toMatchObject({ status: 'ok' });
  });

  test('one credit a picture, and none for what could not be made', async () => {
    const { id, headers: payer } = await world.account({ billing: 'credits' }, 3);
    const credits = async () => (await world.server.services.billing.balance(id)).credits;
    await say('a bald man', 'pays', {}, payer);
    expect(await credits()).toBe(2);
    const refused = await post(
      { message: 'cartoon', stream: false, image_urls: [dataPhoto('refuse')] },
      payer,
    );
    expect([refused.statusCode, refused.json()]).toEqual([
      422,
      expect.objectContaining({
        code: 'input-rejected',
        details: expect.objectContaining({ reason: 'no-face' }),
      }),
    ]);
    expect(await credits()).toBe(2);
    // Three are wished and two can be paid for.
    const three = await say('three variations', 'pays', {}, payer);
    expect(three.generations).toHaveLength(2);
    expect(await credits()).toBe(0);
  });

  test.each([
    ['no message', {}],
    ['five photos', { message: 'cartoon', image_urls: Array(5).fill(dataPhoto()) }],
    ['a photo that is nowhere', { message: 'cartoon', image_urls: ['file:///etc/passwd'] }],
    ['a photo without encryption', { message: 'cartoon', image_urls: ['http://example.com/me.jpg'] }],
    ['an endless message', { message: 'a'.repeat(3000) }],
  ])('%s: 400', async (_what, body) => {
    const answer = await post(body);
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ type: 'error', code: 'invalid-request', error: expect.anything() }),
    ]);
  });

  test('nobody without a key; no photo at a private address', async () => {
    expect((await post({ message: 'hi' }, {})).json()).toMatchObject({ type: 'error', code: 'unauthorized' });
    const inside = await post({ message: 'cartoon', image_urls: ['https://169.254.169.254/latest'] });
    expect(inside.statusCode).toBeGreaterThanOrEqual(400);
    expect(inside.json()).toMatchObject({ type: 'error' });
  });
});
