import { expect, test } from 'vitest';
import { negative, strokeContrast, strokesIn } from './strokes.js';

const [WIDTH, HEIGHT] = [40, 30];

/** Grey, with a light stroke of 4 columns and a light area of 12. */
const levels = {
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH;
    return (x >= 5 && x < 9) || (x >= 20 && x < 32) ? 150 : 100;
  }),
};

test('what is thinner than the window stands out by its contrast, up to the edge; wider areas do not', () => {
  const contrast = strokeContrast(levels);
  for (const y of [0, 14, HEIGHT - 1]) {
    const row = contrast.data.subarray(y * WIDTH, (y + 1) * WIDTH);
    expect([...row].map((value, x) => (value > 0 ? x : -1)).filter((x) => x >= 0)).toEqual([5, 6, 7, 8]);
    expect(row[6]).toBe(50);
  }
  expect(Math.max(...strokeContrast(negative(levels)).data)).toBe(0);
});

test('a place with much less contrast than its neighbour is no stroke', () => {
  const contrast = strokeContrast(levels);
  contrast.data[14 * WIDTH + 10] = 25;
  expect(strokesIn(contrast, 16)[14 * WIDTH + 10]).toBe(0);
  expect(strokesIn(contrast, 16)[14 * WIDTH + 8]).toBe(1);
  expect(strokesIn(contrast, 60)[14 * WIDTH + 8]).toBe(0);
});
