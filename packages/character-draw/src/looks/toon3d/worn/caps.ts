import { dimmed, lifted, linear } from '../model/colours.js';
import { awayFromHead } from '../hair/lock-mesh.js';
import { ellipsoid } from '../render/field.js';
import { Material } from '../render/materials.js';
import { clamp, mix, smoothstep, unit, vec3, type Vec3 } from '../render/maths.js';
import type { Milliner } from './milliner.js';

const TURN = 2 * Math.PI;

export function cap(m: Milliner): void {
  const { rig } = m.figure;
  const { width, colour, second, spec } = m;
  const reach = mix(0.78, 1.22, spec.brim);
  const seam = (azimuth: number): number => Math.abs(((azimuth + 390) % 60) - 30);
  m.part('cap', Material.Cloth);
  m.sheet(
    (u, v) => {
      const azimuth = mix(-180, 180, u);
      const low = mix(5, -12, smoothstep(60, 130, Math.abs(azimuth)));
      const p = vec3(rig.scalp(azimuth, mix(low, 90, v), 0.15 + 0.09 * Math.sin(Math.PI * v ** 0.8)));
      const k = 0.012 * smoothstep(2.2, 0, seam(azimuth)) * (v < 0.93 ? 1 : 0);
      const o = unit(awayFromHead(p));
      return [p[0] - o[0] * k, p[1] - o[1] * k, p[2] - o[2] * k];
    },
    120,
    24,
    (u, v) => dimmed(colour, seam(mix(-180, 180, u)) < 1.6 && v < 0.94 ? 0.74 : v < 0.06 ? 0.84 : 1),
    awayFromHead,
  );
  m.ball([0, -1.72, -0.08], [0.09, 0.05, 0.09], colour, 14);
  // Its inner edge lies below the cap.
  const peak = (u: number, at: number): Vec3 => {
    const v = mix(-0.24, 1, at);
    const t = mix(-1.32, 1.32, u);
    const c = Math.cos(t);
    return [
      Math.sin(t) * 1.07 * width,
      -0.53 - 0.02 * c + 0.2 * v * c * reach + 0.1 * Math.sin(t) ** 2 * mix(0.6, 1, v),
      mix(1.16 * c + 0.05, 0.6 * c ** 0.5 + c * 1.36 * reach, v),
    ];
  };
  m.part('peak', Material.Cloth);
  for (const low of [0, 1])
    m.sheet(
      (u, v) => {
        const p = peak(u, v);
        return [p[0], p[1] + low * 0.05, p[2]];
      },
      40,
      12,
      (_u, v) => dimmed(colour, low ? 0.45 : Math.abs(((v * 5) % 1) - 0.5) < 0.06 ? 0.74 : 0.92),
      () => [0, low ? 1 : -1, 0.3],
    );
  m.bar(
    Array.from({ length: 31 }, (_, i): Vec3 => {
      const p = peak(i / 30, 1);
      return [p[0], p[1] + 0.025, p[2]];
    }),
    0.032,
    dimmed(colour, 0.9),
    60,
    () => [0, -1, 0.3],
    1,
    8,
  );
  badge(m, vec3(rig.scalp(0, 34, 0.235)), second);
}

function badge(m: Milliner, at: Vec3, colour: Vec3): void {
  const n = unit(awayFromHead(at));
  const up = unit([0, n[2], -n[1]]);
  m.part('badge', Material.Cloth);
  const disc = (radius: number, off: number, tint: Vec3): void =>
    m.sheet(
      (u, v) => {
        const t = u * TURN;
        return [0, 1, 2].map(
          (j) => at[j] + n[j] * off + ((j === 0 ? 1 : 0) * Math.cos(t) + up[j] * Math.sin(t)) * radius * v,
        ) as unknown as Vec3;
      },
      30,
      2,
      tint,
      () => n,
    );
  disc(0.2, 0.012, colour);
  disc(0.15, 0.02, dimmed(m.colour, 0.8));
  disc(0.07, 0.028, colour);
}

export function beanie(m: Milliner): void {
  const { rig } = m.figure;
  const { colour } = m;
  const rib = (azimuth: number): number => Math.sin((azimuth * Math.PI * 34) / 180);
  m.part('beanie', Material.Cloth);
  m.sheet(
    (u, v) => {
      const azimuth = mix(-180, 180, u);
      return vec3(
        rig.scalp(
          azimuth,
          mix(22, 90, v),
          0.17 +
            0.09 * Math.sin(Math.PI * v ** 0.7) * (1 - v * 0.5) +
            0.02 * rib(azimuth) * smoothstep(1, 0.8, v) +
            0.08 * smoothstep(0.7, 1, v),
        ),
      );
    },
    272,
    26,
    (u, v) => dimmed(colour, 0.9 + 0.12 * rib(mix(-180, 180, u)) * smoothstep(1, 0.85, v)),
    awayFromHead,
  );
  m.sheet(
    (u, v) => {
      const azimuth = mix(-180, 180, u);
      const low = mix(7, -4, smoothstep(40, 120, Math.abs(azimuth)));
      return vec3(
        rig.scalp(
          azimuth,
          mix(low, 32, 0.5 - 0.5 * Math.cos(Math.PI * v)),
          0.2 + 0.1 * Math.sin(Math.PI * clamp(v)) + 0.022 * rib(azimuth),
        ),
      );
    },
    272,
    12,
    (u) => dimmed(colour, 0.86 + 0.16 * rib(mix(-180, 180, u))),
    awayFromHead,
  );
  if (!m.spec.plume) return;
  m.part('pompon', Material.Cloth);
  m.solid(
    (x, y, z) =>
      ellipsoid(x, y, z, [0, -1.96, -0.1], [0.34, 0.33, 0.34]) -
      0.04 * Math.sin(x * 31 + Math.sin(y * 19)) * Math.sin(y * 29 + z * 7) * Math.sin(z * 27 + x * 5),
    [-0.5, -2.5, -0.6, 0.5, -1.4, 0.4],
    0.035,
    lifted(m.second, 1.05),
  );
}

export function headphones(m: Milliner, hairLift: number): void {
  const { width, colour } = m;
  const lift = hairLift + 0.2;
  const arc = Array.from({ length: 21 }, (_, i): Vec3 => {
    const t = mix(-1.6, 1.6, i / 20);
    return [Math.sin(t) * (1.08 * width + lift), -0.3 - Math.cos(t) * (1.2 + lift), -0.1];
  });
  m.part('headband', Material.Gloss);
  m.bar(arc, 0.1, colour, 60, awayFromHead, 0.7, 14);
  m.part('padding', Material.Leather);
  m.bar(
    arc.slice(4, 17).map(([x, y, z]): Vec3 => [x * 0.965, y + 0.035, z]),
    0.085,
    dimmed(colour, 0.5),
    40,
    awayFromHead,
    0.7,
    12,
  );
  for (const side of [-1, 1]) {
    m.part('padding', Material.Leather);
    m.ball([side * (width + lift * 0.8), 0.1, -0.08], [0.19, 0.42, 0.38], dimmed(colour, 0.45), 30);
    m.part('earcups', Material.Gloss);
    m.ball([side * (1.1 * width + lift), 0.1, -0.1], [0.13, 0.36, 0.32], colour, 30);
    m.part('trim', Material.Metal);
    m.bar(
      Array.from({ length: 33 }, (_, i): Vec3 => {
        const a = (i / 32) * TURN;
        return [side * (1.1 * width + lift + 0.1), 0.1 + Math.sin(a) * 0.22, -0.1 + Math.cos(a) * 0.2];
      }),
      0.02,
      linear('#b9bfc8'),
      50,
      () => [side, 0, 0],
      1,
      8,
    );
  }
}
