import { dimmed, linear } from '../model/colours.js';
import { awayFromHead } from '../hair/lock-mesh.js';
import { bump, mix, smoothstep, unit, type Vec3 } from '../render/maths.js';
import { Material } from '../render/materials.js';
import type { Milliner } from './milliner.js';

const TURN = 2 * Math.PI;
const angleOf = (u: number): number => (2 * u - 1) * Math.PI;

export function fedora(m: Milliner): void {
  const lift = 0.15;
  const { width, colour } = m;
  const { brim } = m.spec;
  // A wide brim hangs, under a round crown.
  const pinch = smoothstep(1, 0.6, brim);
  const turned = mix(0.26, 0.1, brim);
  m.part('hat', Material.Cloth);
  m.brim(lift, mix(0.34, 0.9, brim), (a, v) => {
    const c = Math.cos(a);
    const side = Math.abs(Math.sin(a));
    return 0.02 + v * (0.17 * Math.max(0, c) + 0.04 * c - turned * side ** 3 * v + 0.06);
  });
  m.sheet(
    (u, v) => {
      const a = angleOf(u);
      const c = Math.cos(a);
      const s = Math.sin(a);
      const k = v < 0.8 ? mix(1, 0.84, (v / 0.8) ** 1.3) : mix(0.84, 0, (v - 0.8) / 0.2);
      const height =
        v < 0.8
          ? 1.06 * Math.sin((v / 0.8) * 1.5708 * 0.96)
          : 1.06 + 0.05 * Math.sin(((v - 0.8) / 0.2) * 3.14) - 0.24 * smoothstep(0.86, 1, v);
      const x =
        s *
        (1.02 * width + lift) *
        k *
        (1 - 0.36 * pinch * smoothstep(0.35, 0.95, v) * smoothstep(0.15, 1, c));
      const y = -0.7 - 0.06 * c * (1 - v) - height - 0.1 * c * smoothstep(0.2, 0.8, v);
      return [
        x,
        y + 0.09 * pinch * smoothstep(0.5, 0.9, v) * smoothstep(0.2, 1, c) * bump(s * k, 0.25),
        -0.08 + c * (1.1 + lift) * k,
      ];
    },
    96,
    34,
    colour,
    (p) => [p[0], p[1] + 0.9, p[2] + 0.08],
  );
  m.part('hat_band', Material.Cloth);
  m.band(lift + 0.015, 0.27, m.second);
  m.ball([-(1.02 * width + lift) * 0.97, -0.83, 0.12], [0.06, 0.11, 0.16], m.second, 16);
}

export function wizardHat(m: Milliner): void {
  const lift = 0.2;
  const { width, colour } = m;
  const gold = linear('#dca83e');
  m.part('hat', Material.Cloth);
  m.brim(
    lift,
    0.86,
    (a, v) =>
      v * (0.1 * Math.cos(a) + 0.14 * Math.sin(a * 3 + 0.6) * v + 0.16) -
      0.14 * v * v * Math.abs(Math.sin(a)),
    14,
  );
  const at = (u: number, v: number): Vec3 => {
    const a = angleOf(u);
    const s = Math.sin(a);
    const c = Math.cos(a);
    const k = (1 - v) ** 0.92 * (1 + 0.16 * Math.sin(v * 3.1) * (1 - v));
    const creased =
      1 +
      0.055 *
        Math.sin(v * 26 + s * 1.5 + Math.sin(a * 2)) *
        smoothstep(0.12, 0.35, v) *
        smoothstep(1, 0.8, v);
    const y = -0.7 - 0.06 * c * (1 - v) - 2.05 * v + 0.5 * v ** 3;
    return [
      s * (1.02 * width + lift) * k * creased + 0.95 * v ** 2.6,
      y + 0.1 * s * v,
      -0.08 + c * (1.1 + lift) * k * creased - 0.5 * v ** 1.6,
    ];
  };
  const out = (u: number): Vec3 => [Math.sin(angleOf(u)), -0.35, Math.cos(angleOf(u))];
  m.sheet(at, 110, 60, colour, (_p, u) => out(u));
  m.ball(at(0, 1), [0.07, 0.07, 0.07], colour, 10);
  m.part('hat_band', Material.Cloth);
  m.band(lift + 0.02, 0.32, dimmed(colour, 0.42), 1.4);
  const z = 1.1 + lift;
  const corners: [number, number][] = [
    [-0.22, -1.1],
    [0.22, -1.1],
    [0.22, -0.76],
    [-0.22, -0.76],
    [-0.22, -1.1],
  ];
  m.part('buckle', Material.Metal);
  m.bar(
    corners.flatMap(([x, y], i): Vec3[] =>
      i < 4
        ? [
            [x, y, z + 0.05],
            [(x + corners[i + 1][0]) / 2, (y + corners[i + 1][1]) / 2, z + 0.06],
          ]
        : [[x, y, z + 0.05]],
    ),
    0.045,
    gold,
    50,
    () => [0, 0, 1],
  );
  m.part('stars', Material.Cloth);
  for (const [u, v, r] of [
    [0.4, 0.34, 0.1],
    [0.62, 0.3, 0.13],
    [0.5, 0.5, 0.1],
    [0.66, 0.58, 0.07],
    [0.33, 0.22, 0.08],
  ] as const) {
    const p = at(u, v);
    const n = unit(out(u));
    const x = unit([n[2], 0, -n[0]]);
    const y: Vec3 = [n[1] * x[2], n[2] * x[0] - n[0] * x[2], -n[1] * x[0]];
    m.sheet(
      (s, q) => {
        const t = s * TURN;
        const reach = r * (Math.abs(((s * 5) % 1) - 0.5) * 1.24 + 0.38) * q;
        return [0, 1, 2].map(
          (j) => p[j] + n[j] * 0.03 + (x[j] * Math.sin(t) + y[j] * Math.cos(t)) * reach,
        ) as unknown as Vec3;
      },
      20,
      2,
      m.second,
      () => n,
    );
  }
}

export function crown(m: Milliner, hairLift: number): void {
  const { width, colour } = m;
  const lift = Math.max(0.14, hairLift * 1.05 + 0.06);
  const at = (u: number, v: number, inner = 0): Vec3 => {
    const a = angleOf(u);
    const tooth = (1 - Math.abs(((u * 8 + 0.5) % 1) - 0.5) * 2) ** 1.25;
    const top = 0.22 + 0.46 * tooth * (0.8 + 0.2 * Math.cos(a));
    const k = 0.9 * (1 + 0.16 * v);
    return [
      Math.sin(a) * (1.02 * width + lift - inner) * k,
      -0.88 - 0.1 * Math.cos(a) - top * v,
      -0.08 + Math.cos(a) * (1.1 + lift - inner) * k,
    ];
  };
  m.part('crown', Material.Metal);
  for (const inner of [0, 0.06])
    m.sheet(
      (u, v) => at(u, v, inner),
      160,
      10,
      colour,
      (p) => (inner ? [-p[0], 0, -p[2]] : [p[0], 0, p[2]]),
    );
  m.bar(
    Array.from({ length: 161 }, (_, i) => at(i / 160, 1, 0.03)),
    0.035,
    colour,
    320,
    awayFromHead,
    1,
    8,
  );
  for (const v of [0, 0.26])
    m.bar(
      Array.from({ length: 81 }, (_, i): Vec3 => {
        const p = at(i / 80, 0, -0.02);
        return [p[0], p[1] - v * 0.86, p[2]];
      }),
      0.055,
      colour,
      140,
    );
  const gems = [linear('#c2263c'), linear('#2b62c9'), linear('#1f9e6a')];
  m.part('jewels', Material.Gloss);
  for (let i = 0; i < 16; i++) {
    const p = at(i / 16, 0, -0.03);
    const small = i % 2 === 1;
    m.ball(
      [p[0], p[1] - 0.12, p[2]],
      small ? [0.05, 0.05, 0.05] : [0.085, 0.075, 0.075],
      small ? linear('#f4efe6') : gems[(i / 2) % 3],
      14,
    );
  }
  for (let i = 0; i < 8; i++) {
    const p = at(i / 8, 1, 0.03);
    m.ball([p[0], p[1] - 0.06, p[2]], [0.075, 0.075, 0.075], linear('#f6f1e8'), 14);
  }
}
