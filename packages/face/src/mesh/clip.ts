import type { Point } from '@avatar/image';
import type { Box } from '@avatar/stage';

/** Keeps what is on the inner side of one straight edge (I. Sutherland, G. Hodgman, 1974). */
function clipToEdge(polygon: readonly Point[], axis: 0 | 1, limit: number, keepBelow: boolean): Point[] {
  const isInside = (point: Point) => (keepBelow ? point[axis] <= limit : point[axis] >= limit);
  const clipped: Point[] = [];
  polygon.forEach((to, i) => {
    const from = polygon[(i + polygon.length - 1) % polygon.length];
    if (isInside(from) !== isInside(to)) {
      const t = (limit - from[axis]) / (to[axis] - from[axis]);
      clipped.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
    if (isInside(to)) clipped.push(to);
  });
  return clipped;
}

/** The part of a convex polygon inside the picture; empty when there is none. */
export function clipToFrame(polygon: readonly Point[], width: number, height: number): Point[] {
  let clipped = clipToEdge(polygon, 0, 0, false);
  clipped = clipToEdge(clipped, 0, width, true);
  clipped = clipToEdge(clipped, 1, 0, false);
  return clipToEdge(clipped, 1, height, true);
}

export function polygonArea(polygon: readonly Point[]): number {
  let twice = 0;
  polygon.forEach((to, i) => {
    const from = polygon[(i + polygon.length - 1) % polygon.length];
    twice += from[0] * to[1] - to[0] * from[1];
  });
  return Math.abs(twice) / 2;
}

/** Bounding box; all zero for an empty polygon. */
export function polygonBox(polygon: readonly Point[]): Box {
  if (polygon.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = polygon.map((point) => point[0]);
  const ys = polygon.map((point) => point[1]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
