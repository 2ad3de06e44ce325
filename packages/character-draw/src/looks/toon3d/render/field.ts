import { clamp, unit, type Vec3 } from './maths.js';

/** Signed distance to a surface in units, below 0 inside. */
export type Field = (x: number, y: number, z: number) => number;

/** Smooth union: `k` is the width of the blend in units. Quadratic, after I. Quilez, "Smooth minimum" (2013). */
export function union(a: number, b: number, k: number): number {
  const d = a < b ? b - a : a - b;
  const low = a < b ? a : b;
  return d >= k ? low : low - ((k - d) * (k - d)) / (4 * k);
}

/** Smooth intersection; with `-b`, `a` without `b`. */
export const intersection = (a: number, b: number, k: number): number => -union(-a, -b, k);

/** Distance to an ellipsoid, to first order. */
export function ellipsoid(x: number, y: number, z: number, c: Vec3, r: Vec3): number {
  const u = (x - c[0]) / r[0];
  const v = (y - c[1]) / r[1];
  const w = (z - c[2]) / r[2];
  const q = Math.sqrt(u * u + v * v + w * w);
  const a = u / r[0];
  const b = v / r[1];
  const d = w / r[2];
  const gradient = Math.sqrt(a * a + b * b + d * d);
  return gradient < 1e-6 ? -Math.min(r[0], r[1], r[2]) : (q * (q - 1)) / gradient;
}

/** Distance to a capsule whose radius goes from `ra` at `a` to `rb` at `b`. */
export function capsule(x: number, y: number, z: number, a: Vec3, b: Vec3, ra: number, rb = ra): number {
  const ax = b[0] - a[0];
  const ay = b[1] - a[1];
  const az = b[2] - a[2];
  const px = x - a[0];
  const py = y - a[1];
  const pz = z - a[2];
  const t = clamp((px * ax + py * ay + pz * az) / (ax * ax + ay * ay + az * az));
  const u = px - ax * t;
  const v = py - ay * t;
  const w = pz - az * t;
  return Math.sqrt(u * u + v * v + w * w) - (ra + (rb - ra) * t);
}

/** Outward direction of a field at a point. */
export function gradientOf(field: Field, [x, y, z]: Vec3, h = 0.02): Vec3 {
  return unit([
    field(x + h, y, z) - field(x - h, y, z),
    field(x, y + h, z) - field(x, y - h, z),
    field(x, y, z + h) - field(x, y, z - h),
  ]);
}

/** The point moved to distance `off` from the surface. */
export function snapTo(field: Field, point: Vec3, off = 0, steps = 5): Vec3 {
  let p = point;
  for (let i = 0; i < steps; i++) {
    const d = field(p[0], p[1], p[2]) - off;
    if (Math.abs(d) < 0.002) break;
    const g = gradientOf(field, p);
    p = [p[0] - g[0] * d * 0.9, p[1] - g[1] * d * 0.9, p[2] - g[2] * d * 0.9];
  }
  return p;
}

/** The point, pushed out where it is nearer than `off`. */
export function pushOut(field: Field, point: Vec3, off: number): Vec3 {
  let p = point;
  for (let i = 0; i < 4; i++) {
    const d = field(p[0], p[1], p[2]) - off;
    if (d >= -0.002) break;
    const g = gradientOf(field, p);
    p = [p[0] - g[0] * d, p[1] - g[1] * d, p[2] - g[2] * d];
  }
  return p;
}

/** The point moved along `direction` until it is `off` away: sheets pushed like this never fold. */
export function pushAlong(field: Field, point: Vec3, off: number, direction: Vec3): Vec3 {
  const at = (t: number): Vec3 => [
    point[0] + direction[0] * t,
    point[1] + direction[1] * t,
    point[2] + direction[2] * t,
  ];
  let before = field(point[0], point[1], point[2]) - off;
  if (before >= 0) return point;
  for (let t = 0.02; t < 0.7; t += 0.02) {
    const d = field(...at(t)) - off;
    if (d >= 0) return at(t - (0.02 * d) / (d - before || 1));
    before = d;
  }
  return point;
}

/** Front of the surface over (x, y): z where it is met first, coming from the viewer. */
export function frontOf(field: Field, x: number, y: number, from = 1.7, to = -0.6): number {
  let outside = from;
  let inside = to;
  for (let z = from; z > to; z -= 0.12)
    if (field(x, y, z) < 0) {
      outside = z + 0.12;
      inside = z;
      break;
    }
  for (let i = 0; i < 12; i++) {
    const middle = (outside + inside) / 2;
    if (field(x, y, middle) < 0) inside = middle;
    else outside = middle;
  }
  return (outside + inside) / 2;
}

/**
 * Where a ray from the upright axis at (0, `axisZ`) leaves the surface, at azimuth `azimuth` (0 to the viewer) and at the
 * height that `heightAt(x, z)` gives.
 */
export function leaveAxis(
  field: Field,
  azimuth: number,
  heightAt: (x: number, z: number) => number,
  axisZ = -0.2,
  from = 0.12,
  to = 2.6,
): Vec3 {
  const s = Math.sin(azimuth);
  const c = Math.cos(azimuth);
  const at = (r: number): Vec3 => [s * r, heightAt(s * r, axisZ + c * r), axisZ + c * r];
  let inside = from;
  let outside = to;
  for (let r = from; r < to; r += 0.06)
    if (field(...at(r)) > 0) {
      outside = r;
      inside = Math.max(from, r - 0.06);
      break;
    }
  for (let i = 0; i < 10; i++) {
    const middle = (inside + outside) / 2;
    if (field(...at(middle)) < 0) inside = middle;
    else outside = middle;
  }
  return at((inside + outside) / 2);
}

/** Closed ring around the upright axis on a surface, first point twice. */
export function ringOn(
  field: Field,
  heightAt: (x: number, z: number) => number,
  off = 0,
  count = 72,
  axisZ = -0.2,
): Vec3[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const p = leaveAxis(field, Math.PI + (i / count) * 2 * Math.PI, heightAt, axisZ);
    return off === 0 ? p : snapTo(field, p, off, 3);
  });
}
