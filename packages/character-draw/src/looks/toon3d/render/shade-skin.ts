import { FILL, FILL_HALF, KEY_HALF, RIM_LEFT, RIM_RIGHT } from './lights.js';
import { mix } from './maths.js';
import type { Atmosphere, SurfaceSample } from './surface-sample.js';

/** x to the power of 8. */
const power8 = (x: number): number => {
  const x2 = x * x;
  const x4 = x2 * x2;
  return x4 * x4;
};

/** Light on the outline from behind, from both sides. */
export function rimLight({ nx, ny, nz }: SurfaceSample): number {
  const edge = 1 - nz;
  if (edge <= 0) return 0;
  const right = nx * RIM_RIGHT[0] + ny * RIM_RIGHT[1] + nz * RIM_RIGHT[2];
  const left = nx * RIM_LEFT[0] + ny * RIM_LEFT[1] + nz * RIM_LEFT[2];
  return ((right > 0 ? right : 0) + (left > 0 ? left * 0.5 : 0)) * edge * Math.sqrt(edge);
}

/** Fill light from the right, not shadowed. */
export function fillLight({ nx, ny, nz }: SurfaceSample): number {
  const facing = nx * FILL[0] + ny * FILL[1] + nz * FILL[2];
  return facing > 0 ? facing : 0;
}

export const keyHalf = ({ nx, ny, nz }: SurfaceSample): number => {
  const d = nx * KEY_HALF[0] + ny * KEY_HALF[1] + nz * KEY_HALF[2];
  return d > 0 ? d : 0;
};

/** Skin: blurred irradiance by colour, ambient light, two soft highlights, and a third where it is wet. */
export function shadeSkin(
  s: SurfaceSample,
  { skinDepth: dark, skinSheen: sheen, ambient }: Atmosphere,
): void {
  const half = keyHalf(s);
  const h8 = power8(half);
  const fillHalf = Math.max(0, s.nx * FILL_HALF[0] + s.ny * FILL_HALF[1] + s.nz * FILL_HALF[2]);
  const narrow = h8 * h8 * h8;
  const shine =
    (mix(0.05, 0.105, dark) * (0.35 + 0.65 * sheen) * narrow + mix(0.045, 0.04, dark) * sheen * h8) *
      (1 - 0.6 * s.wet) *
      s.lit +
    s.wet * (0.2 * power8(h8) + 0.05 * h8 * h8) * (0.35 + 0.65 * s.lit) +
    mix(0.012, 0.028, dark) * sheen * power8(fillHalf) * s.open;
  const fill = fillLight(s) * 0.13 * s.open;
  const up = 0.5 - s.ny * 0.5;
  const rim = rimLight(s) * 0.3;
  const rimBase = mix(0.4, 0.1, dark) * sheen;
  const redOpen = mix(1, s.open, 0.72);
  const greenOpen = mix(1, s.open, 0.92);
  const aR = (ambient[0] + 0.1 * up) * mix(0.98, 1.06, dark) * redOpen;
  const aG = (ambient[1] + 0.11 * up) * 0.93 * greenOpen;
  const aB = (ambient[2] + 0.12 * up) * mix(0.9, 0.76, dark) * s.open;
  s.outR = s.r * (s.ir * 0.9 + aR + fill) + shine + rim * mix(1, 0.86, dark) * (rimBase + s.r);
  s.outG =
    s.g * (s.ig * 0.85 + aG + fill) +
    shine * mix(0.96, 0.86, dark) +
    rim * mix(0.86, 0.92, dark) * (rimBase + s.g);
  s.outB =
    s.b * (s.ib * 0.8 + aB + fill) +
    shine * mix(0.92, 0.72, dark) +
    rim * mix(0.78, 1.06, dark) * (rimBase + s.b);
}
