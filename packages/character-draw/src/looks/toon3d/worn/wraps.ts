import { dimmed, lifted } from '../model/colours.js';
import { capsule, ellipsoid, intersection, union, type Field } from '../render/field.js';
import { Material } from '../render/materials.js';
import { bump, mix, smoothstep, type Vec3 } from '../render/maths.js';
import type { Milliner } from './milliner.js';

/** Bands of a turban on either side, from the lowest to the highest. */
const BANDS = 5;

/** Long cloth wound around the head: the bands of both sides rise to the brow, cross there, and run on to the other ear. */
export function turban(m: Milliner): void {
  const { width, colour } = m;
  m.part('turban', Material.Cloth);
  // What the bands are wound around: fuller above than the head.
  m.ball([0, -1.02, -0.1], [1.08 * width, 0.92, 1.1], dimmed(colour, 0.6), 48);
  const round = (height: number): number => Math.sqrt(Math.max(0.1, 1 - (1.02 * Math.max(0, height)) ** 2.6));
  for (let i = 0; i < BANDS; i++)
    for (const side of [1, -1]) {
      const t = (i + (side > 0 ? 0.5 : 0)) / BANDS;
      const line = Array.from({ length: 33 }, (_, j): Vec3 => {
        const a = mix(-2.7, 2.7, j / 32);
        const slope = 0.26 * side * Math.sin(a) * Math.exp(-((a / 1.5) ** 2));
        const arch = 0.2 * Math.exp(-((a / 0.75) ** 2));
        const height = t + (slope + arch) * (1 - 0.75 * t);
        const r = 1.17 * round(height * 0.93);
        return [
          Math.sin(a) * r * width * 0.98,
          -0.62 - 1.27 * height + 0.12 * Math.cos(a) * (1 - t),
          -0.08 + Math.cos(a) * (r + 0.02),
        ];
      });
      m.bar(
        line,
        (u) => mix(0.2, 0.14, t) * (0.75 + 0.25 * Math.sin(Math.PI * u)) + 0.008 * Math.sin(u * 17 + i),
        (_u, v) => dimmed(colour, mix(0.55, 1.06, smoothstep(1, 0.1, Math.abs(v)))),
        64,
        (p) => [p[0], (p[1] + 0.75) * 0.8, p[2] + 0.08],
        0.62,
        14,
      );
    }
}

const opening = (x: number, y: number, cx: number, cy: number, rx: number, ry: number, n: number): number =>
  (Math.abs((x - cx) / rx) ** n + Math.abs((y - cy) / ry) ** n) ** (1 / n) - 1;

/** A scarf around the head: an under-cap, folds from the temple under the chin, ends over the chest. */
export function hijab(m: Milliner): void {
  const { colour } = m;
  const { chinY } = m.figure.rig.head;
  const cy = (chinY - 0.82) / 2;
  const half = (chinY + 0.82) / 2 - 0.03;
  const full: Field = (x, y, z) => {
    let d = ellipsoid(x, y, z, [0, -0.2, -0.06], [1.2, 1.46, 1.25]);
    d = union(d, capsule(x, y, z, [0, 0.9, -0.1], [0, 1.95, -0.05], 0.93, 1.1), 0.35);
    d = union(d, ellipsoid(x, y, z, [0, 2.42, 0.05], [1.72, 0.6, 1]), 0.3);
    if (d > 0.3 || d < -0.3) return d;
    const a = Math.atan2(x, z + 0.4);
    // Folds that sweep from the temple under the chin to the other shoulder.
    const sweep = (y * 1.1 + x * 1.6 + z * 0.6) * 6.2 + Math.sin(x * 2 + y) * 0.8;
    d +=
      0.034 * Math.sin(sweep) * smoothstep(0.75, 1.5, y) +
      0.014 * Math.sin(a * 9 + y * 2) * smoothstep(-0.2, -1, y);
    d += 0.018 * Math.sin(y * 5 - a * 6) * smoothstep(0.5, 1.1, Math.abs(a)) * smoothstep(1.2, 0.4, y);
    // The end of the scarf crosses under the chin as a second layer.
    const end = y - 1.52 - 0.42 * x - 0.05 * Math.sin(x * 5);
    d -= 0.075 * smoothstep(-0.04, 0.03, end) * smoothstep(1.25, 0.8, Math.abs(x - 0.2) + 0.2);
    const tail = Math.abs(x + 0.55 + 0.12 * Math.sin(y * 3)) - 0.34;
    d -= 0.06 * smoothstep(0.03, -0.05, tail) * smoothstep(1.75, 1.95, y);
    return d;
  };
  m.part('scarf', Material.Cloth);
  m.solid(
    (x, y, z) =>
      intersection(full(x, y, z), -Math.max(opening(x, y, 0, cy, 0.86, half, 2.2) * 0.8, -z + 0.15), 0.09),
    [-1.95, -1.85, -1.5, 1.95, 3.2, 1.5],
    0.05,
    colour,
  );
  // The under-cap shows as a darker line at the brow.
  m.openingRim(
    (x, y, z) => full(x, y, z) + 0.08,
    [0, cy],
    [0.79, half - 0.07],
    2.2,
    0.045,
    dimmed(colour, 0.72),
    0.25,
  );
  m.openingRim(
    (x, y, z) => full(x, y, z) + 0.045,
    [0, cy],
    [0.85, half - 0.01],
    2.2,
    0.055,
    lifted(colour, 1.06),
    0.25,
  );
}

/** A hood thrown over the head: its edge stands off the face, its peak falls back, its neck lies open on the chest. */
export function hood(m: Milliner): void {
  const { colour } = m;
  const cy = 0.16;
  const full: Field = (x, y, z) => {
    let d = ellipsoid(x, y, z, [0, -0.32, 0.02], [1.4, 1.52, 1.42]);
    d = union(d, capsule(x, y, z, [0, -0.9, -0.3], [0, -1.3, -1.2], 0.85, 0.3), 0.8);
    d = union(d, capsule(x, y, z, [0, 0.9, -0.2], [0, 2.05, -0.2], 1.14, 1.5), 0.4);
    d = union(d, ellipsoid(x, y, z, [0, 2.35, 0.02], [1.9, 0.5, 1.12]), 0.35);
    if (d > 0.3 || d < -0.3) return d;
    const a = Math.atan2(x, z + 0.3);
    d += 0.034 * Math.sin(a * 7 + y * 2.4 + Math.sin(y * 3) * 0.7) * smoothstep(0.2, 1.1, y);
    d += 0.018 * Math.sin(y * 6 + z * 4) * smoothstep(-0.4, -1, y);
    d +=
      0.022 *
      Math.sin(y * 4.2 - Math.abs(a) * 5) *
      smoothstep(0.5, 0.9, Math.abs(a)) *
      smoothstep(1.3, 0.7, Math.abs(y));
    return d;
  };
  // Pointed above, open down to the chest: a hood, no balaclava.
  const gap = (x: number, y: number): number => {
    const top = opening(x, y, 0, cy, 1.02, 1.3, 1.85);
    const below = Math.abs(x) - mix(0.72, 0.3, smoothstep(0.8, 2.2, y)) - 0.28 * bump(y - 0.7, 0.5);
    return y < 0.7 ? top : Math.min(top, below);
  };
  m.part('hood', Material.Cloth);
  m.solid(
    (x, y, z) => intersection(full(x, y, z), -Math.max(gap(x, y) * 0.85, -z + 0.1), 0.07),
    [-2, -2.15, -1.65, 2, 2.7, 1.65],
    0.055,
    (_u, _v, p) => (gap(p[0], p[1]) < 0.03 && p[2] < 1.12 ? dimmed(colour, 0.55) : colour),
  );
  const edge: Vec3[] = Array.from({ length: 61 }, (_, i) => {
    const t = mix(-1, 1, i / 60);
    const a = t * 2.1;
    const x = Math.sign(a) * Math.abs(Math.sin(a)) ** (2 / 1.85);
    const y = cy - Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** (2 / 1.85) * 1.28;
    const z = frontOn(full, x, y);
    return [x, y, Math.max(0.2, z - 0.02)];
  });
  m.bar(
    edge,
    (u) => 0.075 * smoothstep(0, 0.12, Math.min(u, 1 - u) + 0.02),
    lifted(colour, 1.06),
    110,
    () => [0, 0, 1],
    0.9,
  );
}

function frontOn(field: Field, x: number, y: number): number {
  let z = 1.7;
  while (z > -0.4 && field(x, y, z) > 0) z -= 0.02;
  return z;
}
