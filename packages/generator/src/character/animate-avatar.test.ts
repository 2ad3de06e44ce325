import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { createAvatarGenerator } from '../avatar-generator.js';

const generator = createAvatarGenerator({ models: fakeModelHub({}) });
const textAt = (bytes: Uint8Array, from: number, to: number) =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to));

test('words become a loop under 500 KB, a character, and what was understood of them', async () => {
  const result = await generator.draw('a bald man with a parrot', {
    animate: 'wave',
    look: 'anime',
    seed: 7,
  });
  expect(result).toMatchObject({
    format: 'webp',
    animate: 'wave',
    look: 'anime',
    width: 320,
    height: 320,
    durationMs: 2000,
    character: { hair: { style: 'bald' }, seed: 7 },
  });
  expect(textAt(result.bytes, 8, 12)).toBe('WEBP');
  expect(result.bytes.length).toBeLessThan(500_000);
  expect(result.unsupported.map(({ words }) => words)).toEqual(['parrot']);
});

test('the same person gives the same bytes, as a PNG too', async () => {
  const options = { animate: 'blink', look: 'flat', sizePx: 96, format: 'apng', background: '#abc' } as const;
  const { bytes, character } = await generator.draw('a woman with a bun', options);
  expect(textAt(bytes, 37, 41)).toBe('acTL');
  expect((await generator.draw(character, options)).bytes).toEqual(bytes);
});

test.each([
  { animate: 'dance' },
  { animate: 'nod', background: 'beach_sunset' },
  { animate: 'nod', palette: 'navy' },
  { animate: 'nod', format: 'png' },
  { animate: 'nod', sizePx: 800 },
])('refuses %o', async (options) => {
  await expect(generator.draw('a man', options as never)).rejects.toMatchObject({ code: 'invalid-options' });
});

test('refuses words that are refused', async () => {
  await expect(generator.draw('a naked man', { animate: 'nod' })).rejects.toMatchObject({
    reason: 'content-policy',
  });
});
