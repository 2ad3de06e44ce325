import { describe, expect, it } from 'vitest';
import { polygonPath, splinePath } from './path.js';
import { corner } from './point.js';

/** The end point that relative path data arrives at. */
function endOf(data: string): [number, number] {
  const numbers = (text: string) => (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  const [start, ...rest] = data.split(/(?=[cl])/);
  let [x, y] = numbers(start);
  for (const part of rest) {
    const values = numbers(part);
    const step = part.startsWith('c') ? 6 : 2;
    for (let i = 0; i < values.length; i += step) {
      x += values[i + step - 2];
      y += values[i + step - 1];
    }
  }
  return [x, y];
}

describe('path data', () => {
  it('does not add up rounding errors over a long line', () => {
    const points = Array.from({ length: 500 }, (_, i) => [i * 0.333, Math.sin(i) * 7.77] as const);
    const [x, y] = endOf(polygonPath(points, false));
    expect(x).toBeCloseTo(points[499][0], 0);
    expect(Math.abs(y - points[499][1])).toBeLessThan(0.06);
  });

  it('ends a spline at its last point, and a closed one where it began', () => {
    const points = [[0, 0], [10, 20], corner(30, 5), [12.34, -8]] as const;
    expect(endOf(splinePath(points))).toEqual([12.3, -8].map((v) => expect.closeTo(v, 6)));
    expect(endOf(splinePath(points, true))).toEqual([0, 0].map((v) => expect.closeTo(v, 6)));
    expect(splinePath(points, true)).toMatch(/Z$/);
  });

  it('is empty where there is nothing to draw', () => {
    expect(splinePath([[1, 1]])).toBe('');
    expect(polygonPath([])).toBe('');
  });
});
