import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.test-support.js';

const REAL_DRAWING = new URL('../../../testing/drawing-worker.test-support.ts', import.meta.url);

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer({ postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined });
  ({ headers } = await world.account());
});
afterAll(() => world[Symbol.asyncDispose]());

const ask = (what: 'describe' | 'draw', payload: object, more: Readonly<Record<string, string>> = headers) =>
  world.app.inject({ method: 'POST', url: `/v1/characters/${what}`, headers: more, payload });
const credits = async (id: string) => (await world.server.services.billing.balance(id)).credits;

describe('describe', () => {
  test('says what the words say, and what they wish in vain', async () => {
    const answer = await ask('describe', { text: 'an old man with round glasses and a parrot' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      spec: { age: 'senior', glasses: { style: 'round' } },
      understood: expect.arrayContaining([
        expect.objectContaining({ words: expect.stringContaining('glasses'), path: 'glasses.style' }),
      ]),
      unsupported: [expect.objectContaining({ words: expect.stringContaining('parrot') })],
    });
  });

  test('refuses what the content policy refuses, and repeats none of it', async () => {
    const answer = await ask('describe', { text: 'a naked woman' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'input-rejected', reason: 'content-policy' });
    expect(answer.body).not.toContain('naked');
  });

  test.each([
    ['no words', {}],
    ['empty words', { text: '' }],
    ['words without end', { text: 'a'.repeat(2001) }],
    ['half a character', { text: 'a man \ud83d' }],
    ['another field', { text: 'a man', look: 'flat' }],
  ])('takes no request with %s', async (_what, body) => {
    expect((await ask('describe', body)).json()).toMatchObject({ status: 400, code: 'invalid-request' });
  });
});

describe('draw', () => {
  test('hands on what was asked for', async () => {
    const answer = await ask('draw', {
      character: { hair: { style: 'bun' }, seed: 5 },
      look: 'flat',
      pose: { yaw: 20, gesture: 'wave' },
      expression: 'laugh',
      framing: 'close_up',
      background: '#aabbcc',
      size: 'hd',
      format: 'svg',
      reference: 'ann',
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      id: expect.stringMatching(/^avt_/),
      look: 'flat',
      style: 'character_flat',
      background: '#aabbcc',
      size: 1200,
      format: 'svg',
      reference: 'ann',
      character: {
        hair: { style: 'bun' },
        expression: 'laugh',
        pose: { yaw: 20, gesture: 'wave', framing: 'close_up' },
        seed: 5,
      },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('charges for a picture and not for a preview', async () => {
    const payer = await world.account({ billing: 'credits' }, 1);
    const charged = async (body: object) => {
      const answer = await ask('draw', { text: 'a man', ...body }, payer.headers);
      return [answer.statusCode, answer.headers['x-credits-charged']];
    };
    expect(await charged({ mode: 'eco' })).toEqual([200, '0']);
    expect(await charged({})).toEqual([200, '1']);
    expect(await credits(payer.id)).toBe(0);
    expect(await charged({})).toEqual([402, undefined]);
    expect(await charged({ mode: 'eco' })).toEqual([200, '0']);
  });

  test('charges once for a key, and not for what could not be drawn', async () => {
    const payer = await world.account({ billing: 'credits' }, 3);
    const once = { ...payer.headers, 'idempotency-key': 'once' };
    const first = await ask('draw', { text: 'a man' }, once);
    const again = await ask('draw', { text: 'a man' }, once);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(await credits(payer.id)).toBe(2);
    expect((await ask('draw', { text: 'fail' }, payer.headers)).statusCode).toBe(500);
    expect((await ask('draw', { text: 'refuse' }, payer.headers)).json()).toMatchObject({
      status: 422,
      code: 'input-rejected',
      reason: 'content-policy',
      detail: 'We draw people dressed.',
    });
    expect(await credits(payer.id)).toBe(2);
  });

  test('draws pictures that are no squares', async () => {
    const answer = (await ask('draw', { text: 'a man', look: 'flat', size: '1344x768' })).json();
    expect(answer).toMatchObject({ size: 1344, width: 1344, height: 768 });
  });

  test('answers with a bust, and with a person in motion', async () => {
    const payer = await world.account({ billing: 'credits' }, 2);
    const bust = { character: { seed: 4 }, format: 'glb', compression: 'meshopt', pose: { yaw: 20 } };
    expect((await ask('draw', bust, payer.headers)).json()).toMatchObject({
      look: 'toon3d',
      format: 'glb',
      media_type: 'model/gltf-binary',
      avatar_base64: Buffer.from('glTF').toString('base64'),
      width: 0,
      credits_charged: 1,
    });
    expect((await ask('draw', { text: 'a man', format: 'vrm' })).json()).toMatchObject({
      format: 'vrm',
      media_type: 'model/gltf-binary',
    });
    const loop = { character: {}, look: 'flat', animate: 'wave', size: 96, background: 'transparent' };
    expect((await ask('draw', loop, payer.headers)).json()).toMatchObject({
      format: 'webp',
      media_type: 'image/webp',
      background: 'transparent',
      width: 96,
      height: 96,
      credits_charged: 1,
    });
    expect((await ask('draw', { ...loop, format: 'apng' })).json()).toMatchObject({
      format: 'apng',
      media_type: 'image/apng',
    });
    expect((await ask('draw', { text: 'a man' })).json()).toMatchObject({
      format: 'png',
      media_type: 'image/png',
    });
  });

  test('charges a bust once for a key, which is that of one account', async () => {
    const [one, other] = [
      await world.account({ billing: 'credits' }, 1),
      await world.account({ billing: 'credits' }, 1),
    ];
    const draw = async (payer: typeof one, text: string) => {
      const keyed = { ...payer.headers, 'idempotency-key': 'bust' };
      const answer = await ask('draw', { text, format: 'glb' }, keyed);
      return { replayed: answer.headers['idempotency-replayed'], id: answer.json<{ id: string }>().id };
    };
    const first = await draw(one, 'a man');
    expect(await draw(one, 'a man')).toEqual({ id: first.id, replayed: 'true' });
    expect(await draw(other, 'a man')).toEqual({
      id: expect.not.stringContaining(first.id) as string,
      replayed: undefined,
    });
    expect([await credits(one.id), await credits(other.id)]).toEqual([0, 0]);
    expect((await ask('draw', { text: 'a man', format: 'glb' }, one.headers)).json()).toMatchObject({
      status: 402,
      code: 'insufficient-credits',
    });
  });

  test('draws only in looks that the account may use', async () => {
    const { headers: own } = await world.account({ allowedStyles: ['noir', 'character_flat'] });
    expect((await ask('draw', { text: 'a man', look: 'flat' }, own)).statusCode).toBe(200);
    expect((await ask('draw', { text: 'a man' }, own)).json()).toMatchObject({ code: 'style-not-allowed' });
  });

  test.each([
    ['nobody', {}],
    ['two people', { text: 'a man', character: {} }],
    ['a person who is none', { character: { hair: { style: 'perm' } } }],
    ['a turn too far', { text: 'a man', pose: { yaw: 80 } }],
    ['a look that does not exist', { text: 'a man', look: 'oil' }],
    ['a preview of vectors', { text: 'a man', mode: 'eco', format: 'svg', look: 'flat' }],
    ['a preview of a bust', { text: 'a man', mode: 'eco', format: 'glb' }],
    ['a preview in motion', { text: 'a man', mode: 'eco', look: 'flat', animate: 'nod' }],
    ['a bust of vectors', { text: 'a man', look: 'flat', format: 'glb' }],
    ['a bust of a size', { text: 'a man', size: 400, format: 'glb' }],
    ['a bust before a beach', { text: 'a man', background: 'beach_sunset', format: 'glb' }],
    ['a packed VRM', { text: 'a man', format: 'vrm', compression: 'meshopt' }],
    ['a packed picture', { text: 'a man', compression: 'meshopt' }],
    ['a motion that nobody has', { text: 'a man', look: 'flat', animate: 'dance' }],
    ['a long motion', { text: 'a man', look: 'toon3d', animate: 'nod' }],
    ['a still loop', { text: 'a man', look: 'flat', format: 'webp' }],
    ['vectors in motion', { text: 'a man', look: 'flat', animate: 'nod', format: 'svg' }],
    ['a wide loop', { text: 'a man', look: 'flat', animate: 'nod', size: '1344x768' }],
    ['a loop for a platform', { text: 'a man', look: 'flat', animate: 'nod', platform: 'discord' }],
    ['a large preview', { text: 'a man', mode: 'eco', size: 800 }],
    ['a high preview', { text: 'a man', mode: 'eco', size: '256x512' }],
    ['a strip', { text: 'a man', size: '256x1024' }],
    ['a poster', { text: 'a man', size: '1024x2048' }],
    ['a file', { text: 'a man', background: '/etc/passwd' }],
    ['the prototype', JSON.parse('{"character": {"__proto__": {"seed": 1}}}') as object],
  ])('takes no request for %s', async (_what, body) => {
    expect((await ask('draw', body)).json()).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  test('takes nothing large and nobody without a key', async () => {
    expect((await ask('draw', { text: 'a', pad: 'x'.repeat(70_000) })).statusCode).toBe(413);
    expect((await ask('draw', { text: 'a man' }, {})).statusCode).toBe(401);
    expect((await ask('describe', { text: 'a man' }, {})).statusCode).toBe(401);
  });

  test('counts against the rate of the account', async () => {
    const { headers: own } = await world.account({ requestsPerMinute: 2 });
    const statuses = [];
    for (const format of ['png', 'glb', 'glb'])
      statuses.push((await ask('draw', { text: 'a man', format }, own)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('really draws: what it answers draws the same picture again', async () => {
    await using real = await startTestServer({ pool: { module: REAL_DRAWING } });
    const account = await real.account();
    const draw = async (payload: object) => {
      const request = { method: 'POST', url: '/v1/characters/draw', headers: account.headers } as const;
      return (await real.app.inject({ ...request, payload })).json<{
        avatar_base64: string;
        character: object;
      }>();
    };
    const common = { look: 'flat', size: 96 };
    const first = await draw({ ...common, text: 'a woman with a red bob', seed: 9 });
    expect(Buffer.from(first.avatar_base64, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(first.character).toMatchObject({ hair: { style: 'bob' }, seed: 9 });
    const again = await draw({ ...common, character: first.character });
    expect(again.avatar_base64 === first.avatar_base64).toBe(true);
    const bust = await draw({ text: 'a man', format: 'glb', compression: 'meshopt' });
    expect(Buffer.from(bust.avatar_base64, 'base64').subarray(0, 4).toString()).toBe('glTF');
    const loop = { ...common, character: first.character, animate: 'blink' };
    const moving = await draw(loop);
    expect(Buffer.from(moving.avatar_base64, 'base64').subarray(8, 12).toString()).toBe('WEBP');
    expect((await draw(loop)).avatar_base64 === moving.avatar_base64).toBe(true);
    expect((await draw({ ...loop, size: 800 })) as unknown).toMatchObject({
      status: 400,
      code: 'invalid-options',
    });
    expect((await draw({ look: 'toon3d', format: 'svg', text: 'a man' })) as unknown).toMatchObject({
      status: 400,
      code: 'invalid-options',
    });
  }, 60_000);
});
