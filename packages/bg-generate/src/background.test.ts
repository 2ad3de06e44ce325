import { fastLinear, luminance, srgbToLinear, toRaster } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { backdropFromHex } from './colour/backdrop-colours.js';
import { background } from './background.js';
import type { BackgroundOptions, DrawnBackground } from './options.js';

const SIZE = 256;
describeStage(background({ sizePx: SIZE }), [{ name: 'nothing', input: () => ({}) }]);

async function pictureOf(options: BackgroundOptions<DrawnBackground>, seed = 1): Promise<PlanarImage> {
  const { background: made } = await background({ sizePx: SIZE, ...options }).run({}, stageContext({ seed }));
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made.image;
}

const at = (image: PlanarImage, x: number, y: number): number[] =>
  image.planes.map((plane) => plane[Math.round(y * (SIZE - 1)) * SIZE + Math.round(x * (SIZE - 1))]);
const light = (colour: readonly number[]): number =>
  luminance(fastLinear(colour[0]), fastLinear(colour[1]), fastLinear(colour[2]));

const NAVY = { centre: [0.28, 0.36, 0.5], edge: [0.09, 0.12, 0.19] } as const;
const WHITE = { centre: [0.96, 0.96, 0.955], edge: [0.79, 0.8, 0.81] } as const;

describe('studio_light', () => {
  test('is brightest behind the head, and darker towards every corner', async () => {
    for (const palette of [undefined, NAVY, WHITE, '#1f6f5c']) {
      const image = await pictureOf(palette === undefined ? {} : { palette });
      const middle = light(at(image, 0.47, 0.41));
      for (const [x, y] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        expect(light(at(image, x, y))).toBeLessThan(0.9 * middle);
        expect(light(at(image, x, y))).toBeLessThan(light(at(image, (x + 1) / 3, (y + 1) / 3)));
      }
    }
  });

  test('stays within the palette', async () => {
    const { planes } = await pictureOf({ palette: NAVY });
    for (let channel = 0; channel < 3; channel++)
      for (const value of planes[channel]) {
        expect(value).toBeGreaterThan(NAVY.edge[channel] - 0.01);
        expect(value).toBeLessThan(NAVY.centre[channel] + 0.01);
      }
  });

  test('has no bands: after dithering neighbours are at most a few steps apart and no level fills a ring', async () => {
    const image = await pictureOf({ palette: NAVY });
    const { data } = toRaster(image, { ditherSeed: 5 });
    let same = 0;
    for (let y = 0; y < SIZE; y++)
      for (let x = 1; x < SIZE; x++) {
        const o = (y * SIZE + x) * 3;
        const step = Math.abs(data[o] - data[o - 3]);
        expect(step).toBeLessThanOrEqual(3);
        if (step === 0) same++;
      }
    expect(same / (SIZE * SIZE)).toBeLessThan(0.7);
  });

  test('is smooth before it is rounded', async () => {
    const [red] = (await pictureOf({})).planes;
    for (let i = 1; i < red.length; i++)
      if (i % SIZE !== 0) expect(Math.abs(red[i] - red[i - 1])).toBeLessThan(0.008);
  });

  test('palettes differ, seeds differ a little, and the same seed is the same object', async () => {
    const grey = await pictureOf({});
    const navy = await pictureOf({ palette: NAVY });
    expect((await pictureOf({ palette: 'navy' })).planes).toEqual(navy.planes);
    expect(Math.abs(light(at(grey, 0.5, 0.5)) - light(at(navy, 0.5, 0.5)))).toBeGreaterThan(0.2);
    const other = await pictureOf({}, 2);
    expect(other).not.toEqual(grey);
    expect(Math.abs(light(at(grey, 0.5, 0.5)) - light(at(other, 0.5, 0.5)))).toBeLessThan(0.03);
    const stage = background({ sizePx: SIZE });
    const context = stageContext({ seed: 9 });
    expect((await stage.run({}, context)).background).toBe((await stage.run({}, context)).background);
  });

  test('equal colours give exactly that colour everywhere', async () => {
    const colour = [0.2, 0.4, 0.6] as const;
    const { planes } = await pictureOf({ palette: { centre: colour, edge: colour } });
    planes.forEach((plane, channel) =>
      expect(plane.every((value) => value === Math.fround(colour[channel]))).toBe(true),
    );
  });
});

describe('a colour of the caller', () => {
  test('is lit: brighter behind the head, darker at the edge, the same hue', () => {
    const { centre, edge } = backdropFromHex('#1f6f5c');
    const own = [0x1f, 0x6f, 0x5c].map((value) => srgbToLinear(value / 255));
    for (let channel = 0; channel < 3; channel++) {
      expect(srgbToLinear(centre[channel])).toBeGreaterThan(own[channel]);
      expect(srgbToLinear(edge[channel])).toBeLessThan(own[channel]);
    }
    const hue = (colour: readonly number[]) => srgbToLinear(colour[2]) / srgbToLinear(colour[1]);
    expect(hue(centre)).toBeCloseTo(own[2] / own[1], 1);
  });

  test.each(['#fff', '#000000', '#f80', '#FF8800'])('%s stays within sRGB', (hex) => {
    for (const colour of Object.values(backdropFromHex(hex)))
      for (const value of colour as number[]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  });

  test('white stays white behind the head', () => {
    for (const value of backdropFromHex('#ffffff').centre) expect(value).toBeCloseTo(1, 6);
  });
});

test('transparent has no picture', async () => {
  const { background: made } = await background({ token: 'transparent' }).run({}, stageContext());
  expect(made).toEqual({ kind: 'transparent' });
});

test('wrong options are refused in one sentence', () => {
  expect(() => background({ sizePx: 8 })).toThrow(
    'Expected an integer from 64 to 4096 for sizePx, received 8',
  );
  expect(() => background({ palette: 'red' })).toThrow('navy');
  expect(() => background({ palette: '#12' })).toThrow('#rgb or #rrggbb');
  expect(() => background({ palette: { centre: [2, 0, 0], edge: [0, 0, 0] } })).toThrow('palette.centre');
  expect(() => background({ token: 'beach' as 'transparent' })).toThrow(
    /known are studio_light, gradient, pastel, .*original_blur, deep_bokeh, image, transparent, #rrggbb/,
  );
  expect(() => background({ token: '#12345' })).toThrow('Unknown background');
  expect(() => background({ palette: '#123456,' })).toThrow('Expected a colour like #rgb or #rrggbb');
  expect(() => background({ side: 3 } as BackgroundOptions)).toThrow('Unknown option "side"');
});
