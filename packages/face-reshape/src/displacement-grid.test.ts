import { expect, test } from 'vitest';
import { displacementOf, layGrid, leastArea, weakened } from './displacement-grid.js';
import { fitRadialField } from './radial-fit.js';

const reach = { x: 50, y: 50, radiusX: 45, radiusY: 45 };
const pulledBy = (dx: number) =>
  layGrid([{ field: fitRadialField([{ x: 50, y: 50, dx, dy: 0 }], 40), reach }], 2);

test('is as strong as its field in the middle, and fades out at its reach', () => {
  const grid = pulledBy(5);
  expect(displacementOf(grid, 50, 50)[0]).toBeCloseTo(5, 0);
  expect(displacementOf(grid, 96, 50)).toEqual([0, 0]);
  expect(displacementOf(grid, -1000, 1e9)).toEqual([0, 0]);
});

test('a small pull keeps every area, a large one folds the picture', () => {
  expect(leastArea(pulledBy(0))).toBe(1);
  expect(leastArea(pulledBy(5))).toBeGreaterThan(0.6);
  expect(leastArea(pulledBy(40))).toBeLessThan(0);
  expect(leastArea(weakened(pulledBy(40), 0.125))).toBeCloseTo(leastArea(pulledBy(5)), 5);
});

test('a face that is a point has no grid that memory could not hold', () => {
  const point = { x: 0, y: 0, radiusX: 0, radiusY: 0 };
  const { columns, rows } = layGrid([{ field: { radius: 1, bumps: [] }, reach: point }], 0);
  expect(columns * rows).toBeLessThan(10);
  const wide = { ...reach, radiusX: 1e6 };
  const huge = layGrid([{ field: { radius: 1, bumps: [] }, reach: wide }], 1e-3);
  expect(huge.columns * huge.rows).toBeLessThan(1e6);
});
