import { createPlanar, toRaster } from '@avatar/image';
import type { PlanarImage, RasterImage } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { background } from '../background.js';
import type { BackgroundOptions } from '../options.js';

/** Red left third, green middle, blue right third, with a white point in the middle. */
function flag(width: number, height: number): RasterImage {
  const image = createPlanar(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      if (Math.hypot(x - width / 2, y - height / 2) < 3) image.planes.forEach((plane) => (plane[i] = 1));
      else image.planes[Math.floor((3 * x) / width)][i] = 0.8;
  return toRaster(image);
}

const SIZE = 200;
async function shown(image: RasterImage, options: BackgroundOptions<'image'> = {}): Promise<PlanarImage> {
  const stage = background({ ...options, token: 'image', image, sizePx: SIZE });
  const { background: made } = await stage.run({}, stageContext());
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made.image;
}

describeStage(background({ token: 'image', image: flag(90, 60), sizePx: 96 }), [
  { name: 'a picture', input: () => ({}) },
]);

describe('a picture of your own', () => {
  test.each([
    [600, 200],
    [200, 600],
    [64, 64],
    [1000, 999],
  ])('of %d x %d fills the square with its middle', async (width, height) => {
    const [red, green, blue] = (await shown(flag(width, height))).planes;
    expect(green).toHaveLength(SIZE * SIZE);
    const middle = 20 * SIZE + SIZE / 2;
    expect(green[middle]).toBeCloseTo(0.8, 1);
    expect(red[middle] + blue[middle]).toBeLessThan(0.05);
    // The outer thirds of a wide picture are cut off.
    expect(red[20 * SIZE + 5] > 0.5).toBe(width < 2 * height);
  });

  test('is sharp, or as far out of focus as asked', async () => {
    const brightAround = async (imageBlur: number): Promise<number> => {
      const { planes } = await shown(flag(200, 200), { imageBlur });
      return planes[0].filter((value, i) => i % SIZE > 80 && i % SIZE < 120 && value > 0.02).length;
    };
    const sharp = await brightAround(0);
    const near = await brightAround(0.02);
    expect(near).toBeGreaterThan(1.5 * sharp);
    expect(await brightAround(0.05)).toBeGreaterThan(1.5 * near);
  });

  test('a plain colour stays exactly that colour', async () => {
    const image = { data: new Uint8Array(90 * 70 * 3).fill(77), width: 90, height: 70, channels: 3 } as const;
    const { planes } = await shown(image);
    expect(planes[1].every((value) => value === Math.fround(77 / 255))).toBe(true);
  });

  test('throws no light: its colours belong to nobody', async () => {
    const stage = background({ token: 'image', image: flag(90, 60), sizePx: 96 });
    expect((await stage.run({}, stageContext())).background).not.toHaveProperty('light');
  });

  test('wrong pictures are refused', () => {
    const image = flag(90, 60);
    expect(() => background({ token: 'image' })).toThrow('Expected a picture with 3 channels for image');
    expect(() => background({ token: 'image', image: { ...image, width: 91 } })).toThrow('for image');
    expect(() => background({ token: 'image', image: { ...image, height: 0 } })).toThrow('for image');
    expect(() => background({ token: 'image', image: { ...image, channels: 4 } })).toThrow('for image');
    expect(() => background({ token: 'pastel', image })).toThrow('without token "image"');
    expect(() => background({ token: 'image', image, imageBlur: 0.5 })).toThrow(
      'Expected a number from 0 to 0.1 for imageBlur, received 0.5',
    );
  });
});
