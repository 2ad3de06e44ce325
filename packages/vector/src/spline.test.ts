import { describe, expect, it } from 'vitest';
import { ribbon } from './ribbon.js';
import { clockwise, ellipsePoints } from './shapes.js';
import { sample2, sample3, spread2 } from './spline.js';

describe('splines', () => {
  it('pass through their points', () => {
    const points = [
      [0, 0, 1],
      [2, 3, 0],
      [5, -1, 4],
    ] as const;
    const sampled = sample3(points, 5);
    expect(sampled).toHaveLength(11);
    expect(sampled[5]).toEqual([2, 3, 0].map((v) => expect.closeTo(v, 9)));
    expect(sampled[10]).toEqual(points[2]);
  });

  it('spread points at equal distances', () => {
    const points = spread2(
      sample2(
        [
          [0, 0],
          [10, 2],
          [20, -3],
          [30, 9],
        ],
        40,
      ),
      30,
    );
    const steps = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.05);
  });

  it('stand a single point and no points at all', () => {
    expect(spread2([[1, 2]], 3)).toHaveLength(3);
    expect(sample2([])).toEqual([]);
  });
});

describe('outlines', () => {
  it('have one winding', () => {
    const circle = ellipsePoints([0, 0], 5);
    expect(clockwise([...circle].reverse())).toEqual(clockwise(circle));
  });

  it('of a ribbon are as wide as asked, and pointed where it ends thin', () => {
    const outline = ribbon(
      [
        [0, 0],
        [10, 0],
        [20, 0],
      ],
      (t) => 3 * (1 - t),
    );
    expect(outline[0]).toEqual([0, 3]);
    expect(outline.some(([, , isCorner]) => isCorner)).toBe(true);
  });
});
