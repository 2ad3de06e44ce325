import { createPlanar } from '@avatar/image';
import { expect, test } from 'vitest';
import { inSquares, squareStarts } from './in-squares.js';

test.each([
  [200, 100, 100],
  [234, 100, 30],
  [234, 100, 230],
  [101, 100, 50],
])('squares cover %i px by sides of %i px, one of them around %i', (length, side, middle) => {
  const starts = squareStarts(length, side, middle);
  expect(starts[0]).toBe(0);
  expect(starts.at(-1)).toBe(length - side);
  starts.slice(1).forEach((start, i) => expect(start - starts[i]).toBeLessThanOrEqual(0.8 * side));
  expect(starts).toContain(Math.min(Math.max(middle - side / 2, 0), length - side));
});

test.each([
  [70, 30],
  [30, 70],
])('what comes back in squares is put together without a seam: %i x %i', async (width, height) => {
  const picture = createPlanar(width, height);
  for (let i = 0; i < width * height; i++) picture.planes[1][i] = ((i * 37) % 101) / 101;
  const seen: number[][] = [];
  const whole = await inSquares(picture, [width / 2, height / 2], async (square) => {
    seen.push([square.width, square.height]);
    return square;
  });
  expect(new Set(seen.flat())).toEqual(new Set([30]));
  whole.planes[1].forEach((value, i) => expect(value).toBeCloseTo(picture.planes[1][i], 5));
});
