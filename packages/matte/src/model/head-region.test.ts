import type { RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import { headAndShoulders, pointOfHead } from './head-region.js';

const DEGREE = Math.PI / 180;
const photo = (width: number, height: number): RasterImage => ({
  data: new Uint8Array(0),
  width,
  height,
  channels: 3,
});

test('the region is a square of 2.5 head heights, more below the eyes than above', () => {
  const head = { eyes: [1000, 1000] as const, heightPx: 200, rollRad: 0 };
  expect(headAndShoulders(head, photo(2000, 2000))).toEqual({ x: 750, y: 815, width: 500, height: 500 });
});

test('the region follows the head when it lies on its side', () => {
  const head = { eyes: [1000, 1000] as const, heightPx: 200, rollRad: 90 * DEGREE };
  const { x, y, width, height } = headAndShoulders(head, photo(2000, 2000));
  expect([x, y, width, height]).toEqual([685, 750, 500, 500]);
});

test('the region stays inside the photo and is never empty', () => {
  const head = { eyes: [10, 20] as const, heightPx: 400, rollRad: 0 };
  expect(headAndShoulders(head, photo(300, 250))).toEqual({ x: 0, y: 0, width: 300, height: 250 });
  const outside = { eyes: [-5000, -5000] as const, heightPx: 40, rollRad: 0 };
  const region = headAndShoulders(outside, photo(300, 250));
  expect(region.width * region.height).toBeGreaterThan(0);
});

test('points are given in the axes of the head', () => {
  const head = { eyes: [10, 10] as const, heightPx: 100, rollRad: 90 * DEGREE };
  const [x, y] = pointOfHead(head, 0, 1);
  expect(x).toBeCloseTo(-90);
  expect(y).toBeCloseTo(10);
});
