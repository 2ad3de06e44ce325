import type { RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import { stretched } from './second-look.js';

/** A ramp between two values, the same in all channels but for a little less blue. */
function ramp(from: number, to: number): RasterImage {
  const data = new Uint8Array(100 * 10 * 3);
  for (let i = 0; i < 1000; i++) {
    const value = from + ((to - from) * (i % 100)) / 99;
    data.set([value, value, value * 0.9], i * 3);
  }
  return { data, width: 100, height: 10, channels: 3 };
}
const values = ({ data }: RasterImage) => [data[0], data[50 * 3], data[99 * 3]];

test('a photo in the dark gets light and the whole range', () => {
  const [dark, middle, light] = values(stretched(ramp(4, 40)));
  expect(dark).toBeLessThan(5);
  expect(middle).toBeGreaterThan(95);
  expect(middle).toBeLessThan(140);
  expect(light).toBe(255);
});

test('a washed-out photo gets contrast', () => {
  const [dark, middle, light] = values(stretched(ramp(180, 250)));
  expect(dark).toBeLessThan(5);
  expect(middle).toBeLessThan(140);
  expect(light).toBe(255);
});

test('one tone stays finite, and the source is not changed', () => {
  const flat = ramp(7, 7);
  const before = flat.data.slice();
  expect(stretched(flat).data.every((value) => value <= 255)).toBe(true);
  expect(flat.data).toEqual(before);
});
