import { toRaster } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import type { Rgb } from '../colour/backdrop-colours.js';
import { background } from '../background.js';
import { pastelOf } from './gradients.js';
import { chromaOf, oklabOf, rgbOfOklab } from '../colour/oklab.js';
import type { BackgroundOptions, DrawnBackground } from '../options.js';

const SIZE = 400;
describeStage(background({ token: 'pastel', sizePx: SIZE }), [{ name: 'nothing', input: () => ({}) }]);

async function pictureOf(options: BackgroundOptions<DrawnBackground>, seed = 1): Promise<PlanarImage> {
  const { background: made } = await background({ sizePx: SIZE, ...options }).run({}, stageContext({ seed }));
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made.image;
}
const at = ({ planes }: PlanarImage, x: number, y: number): Rgb => {
  const i = Math.round(y * (SIZE - 1)) * SIZE + Math.round(x * (SIZE - 1));
  return [planes[0][i], planes[1][i], planes[2][i]];
};
const expectColour = (actual: Rgb, expected: Rgb): void =>
  actual.forEach((value, channel) => expect(value).toBeCloseTo(expected[channel], 3));

/** Steps between neighbours are small, and after dithering no level fills a band. */
function expectNoBands(image: PlanarImage): void {
  let steepest = 0;
  for (const plane of image.planes)
    for (let i = 1; i < plane.length; i++)
      if (i % SIZE !== 0) steepest = Math.max(steepest, Math.abs(plane[i] - plane[i - 1]));
  expect(steepest).toBeLessThan(0.01);
  expect(new Set(image.planes[1]).size).toBeGreaterThan(1000);
  const { data } = toRaster(image, { ditherSeed: 3 });
  let longest = 0;
  for (let i = 3, run = 1; i < data.length; i += 3, run++) {
    // A channel at the end of its range has no levels to choose from.
    if (data[i] !== data[i - 3] || data[i] === 0 || data[i] === 255) run = 0;
    longest = Math.max(longest, run);
  }
  expect(longest).toBeLessThan(SIZE / 4);
}

const PURPLE: Rgb = [0x7b / 255, 0x2f / 255, 0xf7 / 255];
const ORANGE: Rgb = [1, 0x88 / 255, 0];
const two = (centre: Rgb, edge: Rgb) => ({ token: 'gradient', palette: { centre, edge } }) as const;

describe('gradient', () => {
  test('leads from one corner to the other in exactly the two colours', async () => {
    const image = await pictureOf(two(PURPLE, ORANGE));
    expectColour(at(image, 0, 0), PURPLE);
    expectColour(at(image, 1, 1), ORANGE);
    expectColour(at(image, 1, 0), at(image, 0, 1));
    const hex = await pictureOf({ token: 'gradient', palette: '#7b2ff7,#f80' });
    expect(hex).toEqual(image);
  });

  test('has no bands and no muddy middle', async () => {
    const image = await pictureOf(two(PURPLE, ORANGE));
    expectNoBands(image);
    const least = Math.min(chromaOf(oklabOf(PURPLE)), chromaOf(oklabOf(ORANGE)));
    for (let step = 0; step <= 20; step++)
      expect(chromaOf(oklabOf(at(image, step / 20, step / 20)))).toBeGreaterThan(0.7 * least);
  });

  test('equal colours give exactly that colour', async () => {
    const { planes } = await pictureOf(two(PURPLE, PURPLE));
    planes.forEach((plane, channel) =>
      expect(plane.every((value) => value === Math.fround(PURPLE[channel]))).toBe(true),
    );
  });
});

describe('pastel', () => {
  test('is pale and bright in any palette, without bands, and moves a little with the seed', async () => {
    for (const palette of [undefined, '#300,#003', '#fff,#0f0']) {
      const image = await pictureOf({ token: 'pastel', ...(palette && { palette }) });
      expectNoBands(image);
      for (let i = 0; i <= 8; i++) {
        const colour = oklabOf(at(image, i / 8, (i * 0.37) % 1));
        expect(colour[0]).toBeGreaterThan(0.78);
        expect(chromaOf(colour)).toBeLessThan(0.13);
      }
    }
    const first = await pictureOf({ token: 'pastel' }, 1);
    const second = await pictureOf({ token: 'pastel' }, 2);
    expect(second).not.toEqual(first);
    at(first, 0.1, 0.1).forEach((value, channel) =>
      expect(Math.abs(value - at(second, 0.1, 0.1)[channel])).toBeLessThan(0.08),
    );
  });

  test('grey stays grey', () => {
    expect(chromaOf(oklabOf(pastelOf([0.3, 0.3, 0.3])))).toBeLessThan(1e-3);
  });
});

test.each(['#336699', '#36c', '#000', '#FFFFFF'] as const)('%s is exactly that colour', async (token) => {
  const { data } = toRaster(await pictureOf({ token }), { ditherSeed: 1 });
  const digits = token.length === 4 ? token.slice(1).replace(/./g, '$&$&') : token.slice(1);
  const colour = [0, 2, 4].map((start) => parseInt(digits.slice(start, start + 2), 16));
  expect(data.every((value, index) => value === colour[index % 3])).toBe(true);
});

test('Oklab and back is the same colour; what sRGB cannot show keeps its lightness', () => {
  for (const colour of [PURPLE, ORANGE, [0.5, 0.5, 0.5], [0, 0, 0], [1, 1, 1]] as const)
    expectColour(rgbOfOklab(oklabOf(colour)), colour);
  const shown = oklabOf(rgbOfOklab([0.7, 0.4, 0.1]));
  expect(shown[0]).toBeCloseTo(0.7, 2);
  expect(shown[2] / shown[1]).toBeCloseTo(0.25, 1);
});
