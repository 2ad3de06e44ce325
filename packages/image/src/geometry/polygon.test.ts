import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlane } from '../planes/plane.js';
import { fillPolygon } from './polygon.js';
import type { Point } from './transform.js';

/** Shoelace formula. */
const areaOf = (polygon: readonly Point[]): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = polygon[(i + 1) % polygon.length];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

function filled(polygon: readonly Point[], width = 200, height = 160): number {
  const plane = createPlane(width, height);
  fillPolygon(plane, polygon);
  return plane.data.reduce((sum, value) => sum + value, 0);
}

describe('fillPolygon', () => {
  it('covers the pixels whose centres are inside', () => {
    const plane = createPlane(6, 4);
    fillPolygon(
      plane,
      [
        [1, 1],
        [4.4, 1],
        [4.4, 3],
        [1, 3],
      ],
      0.5,
    );
    const rows = Array.from({ length: 4 }, (_, y) => [...plane.data.slice(y * 6, y * 6 + 6)]);
    expect(rows).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0.5, 0.5, 0.5, 0, 0],
      [0, 0.5, 0.5, 0.5, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it('has the area of the polygon', () => {
    const corner = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (angles) => {
        const polygon = angles
          .sort((a, b) => a - b)
          .map((angle): Point => [100 + 70 * Math.cos(angle), 80 + 60 * Math.sin(angle)]);
        // The outline is at most 410 px long; each pixel of it may fall to either side.
        expect(Math.abs(filled(polygon) - areaOf(polygon))).toBeLessThan(60);
      }),
    );
  });

  it('leaves the hole of a self-crossing polygon empty', () => {
    const bow: Point[] = [
      [10, 10],
      [110, 110],
      [110, 10],
      [10, 110],
    ];
    expect(Math.abs(filled(bow) - 5000)).toBeLessThan(60);
  });

  it('clips at the borders, and takes nothing from nothing', () => {
    const around: Point[] = [
      [-50, -50],
      [500, -50],
      [500, 500],
      [-50, 500],
    ];
    expect(filled(around, 20, 10)).toBe(200);
    expect(filled([], 20, 10)).toBe(0);
    expect(
      filled(
        [
          [300, 300],
          [310, 300],
          [300, 310],
        ],
        20,
        10,
      ),
    ).toBe(0);
  });
});
