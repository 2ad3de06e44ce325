import { describe, expect, test } from 'vitest';
import { displacementAt, fitRadialField, type Pull } from './radial-fit.js';

const pulls: readonly Pull[] = [
  { x: 40, y: 40, dx: 3, dy: -1 },
  { x: 70, y: 45, dx: -2, dy: 4 },
  { x: 55, y: 80, dx: 0, dy: 0 },
];

describe('a field through pulls', () => {
  const field = fitRadialField(pulls, 60);

  test.each(pulls)('moves $x, $y as it was told', ({ x, y, dx, dy }) => {
    const [u, v] = displacementAt(field, x, y);
    expect(u).toBeCloseTo(dx, 1);
    expect(v).toBeCloseTo(dy, 1);
  });

  test('moves nothing beyond its bumps', () => {
    expect(displacementAt(field, 140, 45)).toEqual([0, 0]);
  });
});

test('places that lie on top of each other are met in the middle', () => {
  const field = fitRadialField(
    [
      { x: 10, y: 10, dx: 2, dy: 0 },
      { x: 10, y: 10, dx: 4, dy: 0 },
    ],
    20,
  );
  expect(displacementAt(field, 10, 10)[0]).toBeCloseTo(3, 1);
});
