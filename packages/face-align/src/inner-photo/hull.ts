import type { Point } from '@avatar/image';

/** Corners of the convex hull, clockwise as seen (A. M. Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export function areaOf(polygon: readonly Point[]): number {
  let twice = 0;
  polygon.forEach(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

/** Whether a convex polygon, clockwise as seen, holds a point. */
export const holds = (polygon: readonly Point[], point: Point): boolean =>
  polygon.every((from, i) => turn(from, polygon[(i + 1) % polygon.length], point) >= 0);

/** The part of a convex polygon that lies at most `distance` far in a direction, a unit vector. */
export function cutBySide(polygon: readonly Point[], [u, v]: Point, distance: number): Point[] {
  const depth = ([x, y]: Point): number => distance - (x * u + y * v);
  return polygon.flatMap((from, i): Point[] => {
    const to = polygon[(i + 1) % polygon.length];
    const [a, b] = [depth(from), depth(to)];
    const kept: Point[] = a >= 0 ? [from] : [];
    if (a >= 0 === b >= 0) return kept;
    const share = a / (a - b);
    return [...kept, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]];
  });
}
