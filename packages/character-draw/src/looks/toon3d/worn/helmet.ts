import { dimmed, linear } from '../model/colours.js';
import { awayFromHead } from '../hair/lock-mesh.js';
import { capsule, ellipsoid, intersection, snapTo, union, type Field } from '../render/field.js';
import { Material } from '../render/materials.js';
import { clamp, mix, smoothstep, unit, type Vec3 } from '../render/maths.js';
import type { Milliner } from './milliner.js';

/** A knight's helmet with its visor up. */
export function helmet(m: Milliner): void {
  const { colour, second } = m;
  const full: Field = (x, y, z) => {
    let d = ellipsoid(x, y, z, [0, -0.38, -0.06], [1.21, 1.33, 1.3]);
    d = union(d, capsule(x, y, z, [0, 0.25, -0.12], [0, 0.95, -0.12], 1.12, 1.02), 0.3);
    return d - 0.05 * Math.exp(-x * x * 60) * smoothstep(0, -0.5, y);
  };
  const opening = (x: number, y: number): number =>
    (Math.abs(x / 0.8) ** 2.8 + Math.abs((y - 0.62) / 1.12) ** 2.8) ** (1 / 2.8) - 1;
  m.part('helmet', Material.Metal);
  m.solid(
    (x, y, z) => {
      let d = intersection(full(x, y, z), -Math.max(opening(x, y) * 0.8, -z + 0.12), 0.03);
      d = intersection(d, y - 1.22 + 0.12 * z, 0.03);
      return intersection(d, -(full(x, y, z) + 0.12), 0.02);
    },
    [-1.4, -1.9, -1.5, 1.4, 1.45, 1.45],
    0.047,
    colour,
  );
  m.part('trim', Material.Metal);
  m.openingRim(full, [0, 0.62], [0.8, 1.12], 2.8, 0.05, second, 0.12);
  for (const side of [-1, 1]) {
    const p = snapTo(full, [side * 1.2, -0.2, 0.05], 0.06);
    m.ball(p, [0.06, 0.2, 0.2], second, 24);
    m.ball([p[0] + side * 0.06, p[1], p[2]], [0.05, 0.08, 0.08], colour, 14);
    for (let i = 0; i < 4; i++)
      m.ball(snapTo(full, [side * 1.2, 0.25 + i * 0.24, 0.2], 0.01), [0.035, 0.035, 0.035], second, 10);
  }
  visor(m);
  if (m.spec.plume) plume(m);
}

function visor(m: Milliner): void {
  const { colour, second, width } = m;
  const at = (u: number, v: number): Vec3 => {
    const a = mix(-1.38, 1.38, u);
    const up = mix(0.42, 1.12, v);
    const beak = 0.26 * Math.exp(-a * a * 5) * Math.sin(Math.PI * clamp(0.15 + v * 0.8));
    const r = 1.36 + beak;
    const k = Math.cos(a);
    const lean = up * k + (1 - k) * 0.15;
    return [
      Math.sin(a) * 1.3 * width,
      -0.28 - Math.sin(lean) * r * (0.55 + 0.45 * k),
      -0.04 + Math.cos(lean) * r * k,
    ];
  };
  m.part('visor', Material.Metal);
  m.sheet(at, 60, 14, colour, awayFromHead);
  m.part('trim', Material.Metal);
  m.bar(
    Array.from({ length: 41 }, (_, i) => at(i / 40, 0)),
    0.045,
    second,
    70,
    awayFromHead,
    1,
    8,
  );
  m.bar(
    Array.from({ length: 41 }, (_, i) => at(i / 40, 1)),
    0.035,
    colour,
    70,
    awayFromHead,
    1,
    8,
  );
  m.part('slots', Material.Dull);
  for (const v of [0.36, 0.56])
    for (const side of [-1, 1])
      m.bar(
        Array.from({ length: 9 }, (_, i): Vec3 => {
          const p = at(0.5 + side * mix(0.05, 0.26, i / 8), v);
          const o = unit(awayFromHead(p));
          return [p[0] + o[0] * 0.006, p[1] + o[1] * 0.006, p[2] + o[2] * 0.006];
        }),
        0.026,
        [0.012, 0.012, 0.012],
        16,
        awayFromHead,
        0.5,
        8,
      );
}

function plume(m: Milliner): void {
  const colour = linear('#b3262f');
  m.part('plume', Material.Hair);
  for (let i = 0; i < 13; i++) {
    const t = i / 12 - 0.5;
    const sway = 0.12 * Math.sin(i * 2.3);
    m.bar(
      [
        [t * 0.2, -1.72, -0.25],
        [t * 0.5 + sway, -2.02 - 0.1 * Math.cos(t * 3), -0.45],
        [t * 0.85 + sway * 1.4, -1.95 - 0.06 * Math.sin(i), -1],
        [t * 1.1 + sway * 2, -1.4, -1.42],
        [t * 1.25 + sway * 2, -0.8 + 0.15 * Math.sin(i * 1.7), -1.5],
      ],
      (u) => 0.13 * Math.sin(Math.PI * clamp(0.12 + u * 0.86)),
      (_u, v) => dimmed(colour, 0.85 + 0.2 * Math.sin(v * 9 + i)),
      24,
      awayFromHead,
      0.5,
    );
  }
}
