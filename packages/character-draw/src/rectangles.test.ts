import type { RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { drawCharacter } from './draw-character.js';
import { LOOK_NAMES } from './looks/looks.js';

const SPEC = {
  seed: 5,
  hair: { style: 'bob' },
  headwear: { style: 'none' },
  clothing: { style: 'sweater' },
  pose: { gesture: 'none', framing: 'half_body' },
} as const;
const SHORT = 256;
const WIDE = { widthPx: 448, heightPx: SHORT };
const HIGH = { widthPx: SHORT, heightPx: 448 };

const opaque = ({ data, width }: RasterImage, x: number, y: number): boolean =>
  data[(y * width + x) * 4 + 3] > 127;
const drawn = async (look: (typeof LOOK_NAMES)[number], size = { widthPx: SHORT, heightPx: SHORT }) =>
  (await drawCharacter(SPEC, { look, size, background: 'none', format: 'raster' })).picture;

/** Columns of the person in a row of the picture. */
function span(picture: RasterImage, y: number): readonly [number, number] {
  const columns = Array.from({ length: picture.width }, (_, x) => x).filter((x) => opaque(picture, x, y));
  return [columns[0] ?? -1, columns.at(-1) ?? -1];
}

describe.each(LOOK_NAMES)('%s', (look) => {
  test('a wide picture is the square with more ground at both sides', async () => {
    const [square, wide] = [await drawn(look), await drawn(look, WIDE)];
    expect([wide.width, wide.height]).toEqual([448, 256]);
    const added = (448 - SHORT) / 2;
    let different = 0;
    for (let y = 0; y < SHORT; y++)
      for (let x = 0; x < SHORT; x++) if (opaque(square, x, y) !== opaque(wide, x + added, y)) different++;
    expect(different).toBeLessThan(0.002 * SHORT * SHORT);
    // Nothing of the person ends where the square does: at both sides there is ground all the way down.
    expect(opaque(wide, 2, SHORT - 2)).toBe(false);
    expect(opaque(wide, 445, SHORT - 2)).toBe(false);
  });

  test('a high picture has the same head, above more of the body', async () => {
    const [square, high] = [await drawn(look), await drawn(look, HIGH)];
    expect([high.width, high.height]).toEqual([256, 448]);
    const top = (picture: RasterImage): number =>
      Array.from({ length: picture.height }, (_, y) => y).findIndex((y) => span(picture, y)[0] >= 0);
    const down = top(high) - top(square);
    expect(down).toBeGreaterThan(10);
    expect(down).toBeLessThan(50);
    const face = top(square) + 70;
    const [from, to] = span(square, face);
    const [fromHigh, toHigh] = span(high, face + down);
    expect(Math.abs(fromHigh - from) + Math.abs(toHigh - to)).toBeLessThan(4);
    // The person goes on to the bottom and is whole down to there.
    for (let y = face + down; y < 448; y++) expect(span(high, y)[0]).toBeGreaterThanOrEqual(0);
  });
});

test('clothes and neck of a vector picture are drawn beyond the square', async () => {
  const wide = await drawn('anime', { widthPx: 600, heightPx: SHORT });
  const square = await drawn('anime');
  for (const y of [150, 180, 210, 240])
    for (let x = 40; x < 216; x += 8) {
      const from = (y * SHORT + x) * 4;
      const to = (y * 600 + x + 172) * 4;
      for (let c = 0; c < 3; c++)
        expect(Math.abs(square.data[from + c] - wide.data[to + c])).toBeLessThan(60);
    }
});

test('both sizes at once, and sides that are none, are refused', async () => {
  await expect(drawCharacter({}, { look: 'flat', sizePx: 64, size: WIDE })).rejects.toThrow(
    'either sizePx or size',
  );
  await expect(drawCharacter({}, { look: 'flat', size: { widthPx: 8, heightPx: 64 } })).rejects.toThrow(
    'Expected an integer from 32 to 2048 for size.widthPx, received 8',
  );
});
