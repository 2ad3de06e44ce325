import { fileURLToPath } from 'node:url';
import { readHeader } from '@avatar/image';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAvatarGenerator, type AvatarGenerator } from '../avatar-generator.js';
import type { PhotoAvatarResult } from '../avatar-result.js';

const example = (name: string) =>
  fileURLToPath(new URL(`../../../../examples/photos/${name}`, import.meta.url));
const ASTRONAUT = example('astronaut.png');

let generator: AvatarGenerator;
let drawn: PhotoAvatarResult;
beforeAll(async () => {
  generator = createAvatarGenerator();
  drawn = await generator.generate(ASTRONAUT, { style: 'character_flat', sizePx: 256, seed: 4 });
});
afterAll(() => generator[Symbol.asyncDispose]());

describe('a style of the kind character', () => {
  test('draws the person and carries them as data, with how well they were measured', async () => {
    expect(await readHeader(drawn.bytes)).toMatchObject({ format: 'png', width: 256, height: 256 });
    expect(drawn).toMatchObject({ origin: 'photo', style: 'character_flat', faceCount: 1 });
    expect(drawn.character).toMatchObject({ presentation: 0.5, glasses: { style: 'none' } });
    expect(drawn.measured?.confidence).toBeGreaterThan(0.5);
    expect(drawn.measured?.uncertain).toContain('presentation');
  });

  test('is judged once, without a likeness', () => {
    expect(drawn.attempts).toHaveLength(1);
    expect(drawn).toMatchObject({ decision: 'accept', likenessScore: undefined, likenessModel: undefined });
    const { findings } = drawn.attempts[0].verdict;
    expect(findings.find(({ check }) => check === 'likeness')).toMatchObject({ status: 'not-applicable' });
    expect(findings.find(({ check }) => check === 'content-safe')).toMatchObject({ status: 'passed' });
  });

  test('runs neither matte nor identity', () => {
    expect(drawn.models).toContain('selfie-multiclass');
    expect(drawn.models).not.toContain('modnet');
    expect(drawn.models).not.toContain('sface');
  });

  test('is the same person in every mode and look, and drawn again from the data', async () => {
    const preview = await generator.generate(ASTRONAUT, {
      style: 'character_anime',
      sizePx: 128,
      mode: 'eco',
      seed: 4,
    });
    expect(preview.character?.hair?.style).toBe(drawn.character?.hair?.style);
    const again = await generator.draw(drawn.character ?? {}, { look: 'flat', sizePx: 64 });
    expect(again.character).toEqual(drawn.character);
  });

  test('stands before the blurred background of the photo too', async () => {
    const { background } = await generator.generate(ASTRONAUT, {
      style: 'character_flat',
      background: 'original_blur',
      sizePx: 128,
    });
    expect(background).toBe('original_blur');
  });

  test('several photos of one person are measured together', async () => {
    const { character, measured } = await generator.measure([ASTRONAUT, ASTRONAUT]);
    expect(character.skin).toEqual(drawn.character?.skin);
    expect(measured.uncertain).toEqual(drawn.measured?.uncertain);
    await expect(generator.measure([])).rejects.toMatchObject({ code: 'invalid-options' });
  });
});
