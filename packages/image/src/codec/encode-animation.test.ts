import UPNG from '@pdf-lib/upng';
import { expect, test } from 'vitest';
import type { RasterImage } from '@avatar/stage';
import { seededRandom } from '../random.js';
import { encodeAnimatedPng, encodeAnimatedWebp } from './encode-animation.js';
import { sharp } from './native.js';

const SIDE = 40;

/** A square of one colour on a transparent ground, further to the right in each picture. */
function frame(i: number, channels: 3 | 4 = 4): RasterImage {
  const data = new Uint8Array(SIDE * SIDE * channels);
  for (let y = 10; y < 20; y++)
    for (let x = 4 * i; x < 4 * i + 10; x++)
      data.set([200, 40, 40, 255].slice(0, channels), (y * SIDE + x) * channels);
  return { data, width: SIDE, height: SIDE, channels };
}
const frames = [0, 1, 2].map((i) => ({ picture: frame(i), durationMs: 50 * (i + 1) }));

/** Pixels without order: nothing makes them small. */
function noise(i: number): RasterImage {
  const random = seededRandom(i);
  const data = Uint8Array.from({ length: SIDE * SIDE * 3 }, () => random() * 256);
  return { data, width: SIDE, height: SIDE, channels: 3 };
}
const noisy = [1, 2, 3].map((i) => ({ picture: noise(i), durationMs: 50 }));

test('an animated WebP has every picture with its time, its transparency, and loops', async () => {
  const { pages, delay, loop, hasAlpha, pageHeight, format } = await sharp(
    (await encodeAnimatedWebp(frames, 1e6)).bytes,
    { animated: true },
  ).metadata();
  expect({ pages, delay, loop, hasAlpha, pageHeight, format }).toEqual({
    pages: 3,
    delay: [50, 100, 150],
    loop: 0,
    hasAlpha: true,
    pageHeight: SIDE,
    format: 'webp',
  });
});

test.each([3, 4] as const)('an animated PNG shows the same pictures, of %d channels', async (channels) => {
  const given = [0, 1, 2].map((i) => ({ picture: frame(i, channels), durationMs: 50 * (i + 1) }));
  const { bytes, pictures } = await encodeAnimatedPng(given, 1e6);
  expect(pictures).toBe(3);
  const file = UPNG.decode(bytes.slice().buffer);
  expect(file.tabs.acTL).toEqual({ num_frames: 3, num_plays: 0 });
  expect(file.frames.map(({ delay }) => delay)).toEqual([50, 100, 150]);
  const shown = UPNG.toRGBA8(file).map((pixels) => new Uint8Array(pixels));
  for (const [i, pixels] of shown.entries()) {
    const inside = (12 * SIDE + 4 * i + 5) * 4;
    expect([...pixels.subarray(inside, inside + 4)]).toEqual([200, 40, 40, 255]);
    expect(pixels[3]).toBe(channels === 4 ? 0 : 255);
  }
});

test.each([
  ['WebP', encodeAnimatedWebp],
  ['PNG', encodeAnimatedPng],
] as const)('%s is as fine as its size allows, and the same again', async (_name, encode) => {
  const fine = await encode(noisy, 1e9);
  const small = await encode(noisy, fine.bytes.length - 1);
  expect(small.bytes.length).toBeLessThan(fine.bytes.length);
  expect([fine.pictures, small.pictures]).toEqual([3, 3]);
  const least = await encode(noisy, 1);
  expect(least.bytes.length).toBeLessThan(small.bytes.length);
  expect(least.pictures).toBe(1);
  expect(await encode(noisy, 1e9)).toEqual(fine);
});

test('fewer pictures stand as long as all of them', async () => {
  const six = [1, 2, 3, 4, 5, 6].map((i) => ({ picture: noise(i), durationMs: 50 }));
  const single = await encodeAnimatedPng(six.slice(0, 1), 1e9);
  const { bytes, pictures } = await encodeAnimatedPng(six, single.bytes.length * 2.2);
  const file = UPNG.decode(bytes.slice().buffer);
  expect(pictures).toBeLessThan(6);
  expect(file.tabs.acTL).toEqual({ num_frames: pictures, num_plays: 0 });
  expect(file.frames.reduce((sum, { delay }) => sum + delay, 0)).toBe(300);
});
