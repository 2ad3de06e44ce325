import { sample3, spread3 } from '@avatar/vector';
import { clamp, mixVec, vec3, type Vec3 } from './maths.js';

/** Smooth curve through the points, sampled evenly. */
export const smoothCurve = (points: readonly Vec3[], count: number): Vec3[] =>
  spread3(sample3(points, 8), count).map(vec3);

/** Point of a polyline, `t` 0 to 1 by its index. */
export function pointOn(points: readonly Vec3[], t: number): Vec3 {
  const at = clamp(t) * (points.length - 1);
  const k = Math.min(points.length - 2, Math.floor(at));
  return mixVec(points[k], points[k + 1], at - k);
}

/** Closed ring smoothed `passes` times; the last point repeats the first. */
export function smoothRing(ring: readonly Vec3[], passes: number): Vec3[] {
  let points = ring.slice(0, -1);
  const n = points.length;
  for (let pass = 0; pass < passes; pass++)
    points = points.map((p, i) => mixVec(p, mixVec(points[(i + n - 1) % n], points[(i + 1) % n], 0.5), 0.5));
  return [...points, points[0]];
}
