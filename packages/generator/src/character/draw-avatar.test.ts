import { readBrief } from '@avatar/character-brief';
import { decodeImage, readHeader } from '@avatar/image';
import type { AvatarError, StageEvent } from '@avatar/stage';
import { fakeModelHub } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { createAvatarGenerator } from '../avatar-generator.js';
import type { DrawOptions } from './draw-options.js';
import type { CharacterInput } from './read-person.js';

const WORDS = 'a woman in her sixties with a silver bob, round glasses, a parrot and a mustard turtleneck';

const hub = fakeModelHub({});
const generator = createAvatarGenerator({ models: hub });
const draw = (who: CharacterInput, options: DrawOptions = {}) =>
  generator.draw(who, { look: 'flat', sizePx: 96, ...options });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it did not reject'),
    (error: unknown) => error as AvatarError,
  );
const textOf = (bytes: Uint8Array, encoding = 'utf-8') => new TextDecoder(encoding).decode(bytes);
const pixel = async (bytes: Uint8Array, x: number, y: number) => {
  const green = { r: 0, g: 255, b: 0 };
  const { data, width } = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 4096, matteColour: green });
  return [...data.slice((y * width + x) * 3, (y * width + x) * 3 + 3)];
};

describe('who is drawn', () => {
  test('words become a picture, a character, and what was understood of them', async () => {
    const result = await draw(WORDS, { seed: 7 });
    expect(result).toMatchObject({
      origin: 'character',
      delivered: 'avatar',
      format: 'png',
      look: 'flat',
      style: 'character_flat',
      background: 'own',
      palette: undefined,
      platform: 'custom',
      decision: 'accept',
      faceDetected: false,
      seed: 7,
      models: [],
      character: { ...readBrief(WORDS).spec, seed: 7 },
      unsupported: [{ words: 'parrot', reason: 'not-drawn', from: 'text' }],
    });
    expect(result.understood).toContainEqual(
      expect.objectContaining({ words: 'bob', path: 'hair.style', value: 'bob' }),
    );
    expect(await readHeader(result.bytes)).toMatchObject({ width: 96, height: 96 });
    expect(await readHeader(result.thumbnail)).toMatchObject({ width: 100, height: 100 });
    expect(hub.calls).toEqual([]);
  });

  test('the character draws the same picture again, and can be posed', async () => {
    const first = await draw(WORDS, { seed: 7, pose: { yaw: 20 }, expression: 'laugh', framing: 'close_up' });
    expect(first.character).toMatchObject({
      expression: 'laugh',
      pose: { yaw: 20, framing: 'close_up' },
      seed: 7,
    });
    expect((await draw(first.character)).bytes).toEqual(first.bytes);
    const turned = await draw(first.character, { pose: { yaw: -20 } });
    expect(turned.character.pose).toEqual({ yaw: -20, framing: 'close_up' });
    expect(turned.bytes).not.toEqual(first.bytes);
  });

  test('the seed of the spec is the person, the other one their surroundings', async () => {
    const result = await draw({ seed: 3, age: 'senior' }, { seed: 9 });
    expect(result).toMatchObject({ seed: 9, character: { seed: 3 } });
  });

  test('fields stand beside the words, and edits go over both', async () => {
    const { character } = await draw(
      { text: 'a man with a beard', attributes: { age: 'Senior', pose: 'close_up' } },
      { edits: [{ op: 'set', path: 'facial_hair.style', value: 'goatee' }] },
    );
    expect(character).toMatchObject({
      age: 'senior',
      facial_hair: { style: 'goatee' },
      pose: { framing: 'close_up' },
    });
  });

  test('what the look has nothing for is told of as well', async () => {
    const result = await draw({ clothing: { style: 'armor', pattern: 'plaid' } });
    expect(result.unsupported).toEqual([
      { words: 'clothing.pattern=plaid', from: 'spec', start: 0, end: 0, reason: 'not-in-look' },
    ]);
    expect(result.validationWarnings).toMatchObject([{ code: 'not-drawn' }]);
  });

  test('refused words end before any work, and are not repeated', async () => {
    const events: StageEvent[] = [];
    const error = await failure(draw('a naked man', { onEvent: (event) => events.push(event) }));
    expect(error).toMatchObject({
      code: 'input-rejected',
      reason: 'content-policy',
      facts: { category: 'undressing' },
      publicMessage: 'We draw people dressed. Please describe what the person wears.',
    });
    expect(error.message).not.toContain('naked');
    expect(events).toEqual([]);
  });
});

describe('the picture', () => {
  test('stands on any background that needs no photo', async () => {
    const flat = await draw(WORDS, { background: '#102030' });
    expect(await pixel(flat.bytes, 2, 2)).toEqual([16, 32, 48]);
    const clear = await draw(WORDS, { background: 'transparent' });
    expect(await pixel(clear.bytes, 2, 2)).toEqual([0, 255, 0]);
    expect((await pixel(clear.bytes, 48, 60))[1]).toBeLessThan(255);
    const scene = await draw(WORDS, { background: 'beach_sunset' });
    expect(scene).toMatchObject({ background: 'beach_sunset', palette: undefined });
    const navy = await draw(WORDS, { palette: 'navy' });
    expect(navy).toMatchObject({ background: 'studio_light', palette: 'navy' });
    expect(new Set([flat, clear, scene, navy].map(({ bytes }) => textOf(bytes, 'latin1'))).size).toBe(4);
  });

  test('says in its metadata that an algorithm drew it which was trained on nothing', async () => {
    const text = textOf((await draw(WORDS)).bytes, 'latin1');
    expect(text).toContain('digitalsourcetype/algorithmicMedia');
    expect(text).toContain('avatar:Style="character_flat"');
    expect(text).not.toContain('LikenessScore');
  });

  test('has the size of the platform, and is warned of what the platform refuses', async () => {
    const result = await draw(WORDS, { sizePx: undefined, platform: 'linkedin' });
    expect(result).toMatchObject({ width: 800, platform: 'linkedin', validationWarnings: [] });
    expect((await draw(WORDS, { platform: 'linkedin' })).validationWarnings).toMatchObject([
      { code: 'picture-too-small' },
    ]);
  });

  test('as SVG: a document, with a preview of pixels', async () => {
    const own = await draw(WORDS, { format: 'svg', sizePx: 640 });
    expect(own).toMatchObject({ format: 'svg', width: 640 });
    expect(textOf(own.bytes)).toMatch(/^<svg [^>]*width="640"/);
    expect(await readHeader(own.thumbnail)).toMatchObject({ width: 100 });
    const flat = await draw(WORDS, { format: 'svg', background: '#abc' });
    expect(textOf(flat.bytes)).toMatch(/^<svg [^>]*><rect width="100%" height="100%" fill="#abc"\/>/);
    const clear = await draw(WORDS, { format: 'svg', background: 'transparent' });
    expect(textOf(clear.bytes)).not.toContain('<rect width="100%"');
  });

  test('the same options give the same bytes, other seeds another person', async () => {
    const [first, second, other] = [await draw({}), await draw({}), await draw({}, { seed: 1 })];
    expect(second.bytes).toEqual(first.bytes);
    expect(other.bytes).not.toEqual(first.bytes);
  });

  test('modelled, it stands on a ground of its own too', async () => {
    const { bytes, look } = await draw(WORDS, { look: 'toon3d', background: 'transparent', sizePx: 64 });
    expect(look).toBe('toon3d');
    expect(await pixel(bytes, 1, 1)).toEqual([0, 255, 0]);
  });
});

test('tells what happens, and stops when it is told to', async () => {
  const stages: string[] = [];
  const { timingsMs } = await draw(
    {},
    {
      background: 'gradient',
      onEvent: (event) => {
        if (event.type === 'stage-end') stages.push(event.stage);
      },
    },
  );
  expect(stages).toEqual(['character-draw', 'background', 'composite', 'drawn-gate', 'save']);
  expect(Object.keys(timingsMs)).toEqual(stages);
  await expect(draw({}, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
});

test.each<[string, unknown, object]>([
  ['no person', null, {}],
  ['a number', 3, {}],
  ['a field that no character has', { hobby: 'chess' }, {}],
  ['a brief with other fields', { text: 'a man', colour: 'red' }, {}],
  ['words without end', 'a'.repeat(2001), {}],
  ['a look that does not exist', {}, { look: 'oil' }],
  ['a turn too far', {}, { pose: { yaw: 80 } }],
  ['a pose that is none', {}, { pose: 'sitting' }],
  ['a framing that does not exist', {}, { framing: 'ear' }],
  ['edits that are none', {}, { edits: 'age=senior' }],
  ['an edit of nothing', {}, { edits: [{ op: 'set', path: '__proto__.x', value: 1 }] }],
  ['a background from a photo', {}, { background: 'original_blur' }],
  ['a picture of the caller', {}, { background: 'image' }],
  ['a scene in vectors', {}, { background: 'space', format: 'svg' }],
  ['vectors of a modelled look', {}, { look: 'toon3d', format: 'svg' }],
  ['a format that does not exist', {}, { format: 'gif' }],
  ['a picture that is too large', {}, { sizePx: 4096 }],
  ['a seed that is none', {}, { seed: -1 }],
  ['an unknown option', {}, { style: 'noir' }],
])('refuses %s', async (_what, who, options) => {
  expect(await failure(draw(who as CharacterInput, options))).toMatchObject({ code: 'invalid-options' });
});
