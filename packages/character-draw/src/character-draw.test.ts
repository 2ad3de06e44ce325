import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { characterDraw, type CharacterDrawOptions } from './character-draw.js';
import { drawCharacter } from './draw-character.js';
import { notDrawn } from './not-drawn.js';
import { VECTOR_LOOK_NAMES } from './vector-looks.js';

const character = { seed: 4, glasses: { style: 'round' } } as const;
const avatarOf = async (options: CharacterDrawOptions, who: object = character, seed = 1) =>
  (await characterDraw(options).run({ character: who }, stageContext({ seed }))).avatar;

describeStage(characterDraw({ look: 'anime', sizePx: 64 }), [
  { name: 'a described person', input: () => ({ character }) },
  { name: 'anybody', input: () => ({ character: {} }) },
]);

describe('characterDraw', () => {
  test('draws the person alone, opaque where they are', async () => {
    const { image, person } = await avatarOf({ look: 'flat', sizePx: 64 });
    const { picture } = await drawCharacter(character, {
      look: 'flat',
      sizePx: 64,
      background: 'none',
      format: 'raster',
    });
    expect([image.width, image.height, person.width, person.height]).toEqual([64, 64, 64, 64]);
    const at = 40 * 64 + 32;
    expect(person.data[at]).toBe(1);
    expect(person.data[0]).toBe(0);
    expect(image.planes.map((plane) => Math.round(plane[at] * 255))).toEqual([
      ...picture.data.slice(at * 4, at * 4 + 3),
    ]);
  });

  test('on the look’s own ground the whole picture is the drawing', async () => {
    const { person } = await avatarOf({ look: 'flat', sizePx: 64, ground: 'own' });
    expect(Math.min(...person.data)).toBe(1);
  });

  test('the run decides who a person without a seed is, and nobody else', async () => {
    const green = async (who: object, seed: number) =>
      (await avatarOf({ look: 'flat', sizePx: 32 }, who, seed)).image.planes[1];
    expect(await green(character, 1)).toEqual(await green(character, 2));
    expect(await green({}, 1)).not.toEqual(await green({}, 2));
  });

  test.each([[{ look: 'oil' }], [{ look: 'flat', sizePx: 16 }], [{ look: 'flat', ground: 'sea' }]])(
    'refuses %o',
    (options) => {
      expect(() => characterDraw(options as never)).toThrow('Expected');
    },
  );
});

test('what a look has nothing for can be asked without drawing', () => {
  expect(notDrawn({ clothing: { style: 'armor' } }, 'flat')).toEqual([]);
  const plaid = { clothing: { style: 'armor', pattern: 'plaid' } } as const;
  expect(notDrawn(plaid, 'flat')).toEqual(['clothing.pattern=plaid']);
  expect(() => notDrawn({}, 'oil' as never)).toThrow('Expected one of');
});

test('the looks of vectors give SVG', async () => {
  for (const look of VECTOR_LOOK_NAMES)
    expect((await drawCharacter({}, { look, format: 'svg' })).picture).toMatch(/^<svg /);
});
