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

/** Closed ring of evenly spaced azimuths with its first `harmonics` only: its waves go, its size stays. The last point repeats the first. */
export function smoothRing(ring: readonly Vec3[], harmonics: number): Vec3[] {
  const n = ring.length - 1;
  const smooth = (axis: 0 | 1 | 2): number[] => {
    const values = Array.from({ length: n }, (_, i) => ring[i][axis]);
    const result = new Array<number>(n).fill(values.reduce((sum, v) => sum + v, 0) / n);
    for (let k = 1; k <= harmonics; k++) {
      let cosine = 0;
      let sine = 0;
      values.forEach((v, i) => {
        cosine += (2 * v * Math.cos((2 * Math.PI * k * i) / n)) / n;
        sine += (2 * v * Math.sin((2 * Math.PI * k * i) / n)) / n;
      });
      for (let i = 0; i < n; i++)
        result[i] +=
          cosine * Math.cos((2 * Math.PI * k * i) / n) + sine * Math.sin((2 * Math.PI * k * i) / n);
    }
    return result;
  };
  const [x, y, z] = [smooth(0), smooth(1), smooth(2)];
  const points = x.map((_, i): Vec3 => [x[i], y[i], z[i]]);
  return [...points, points[0]];
}
