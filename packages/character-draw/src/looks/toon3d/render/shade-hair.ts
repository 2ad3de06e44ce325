import { KEY, KEY_HALF } from './lights.js';
import { clamp, lineNoise, mix, smoothstep } from './maths.js';
import { fillLight, rimLight } from './shade-skin.js';
import type { Atmosphere, SurfaceSample } from './surface-sample.js';

const WRAP = 0.3;

/** Both highlights of a strand, after J. Kajiya and T. Kay (1989) with S. Scheuermann's two shifted lobes (2004). */
function strandShine(s: SurfaceSample, shift: number): [narrow: number, broad: number] {
  const along = s.tx * KEY_HALF[0] + s.ty * KEY_HALF[1] + s.tz * KEY_HALF[2];
  const a = along + 0.02 + shift;
  const b = along - 0.17 + shift * 1.4;
  const qa = Math.max(0, 1 - a * a);
  const qb = Math.max(0, 1 - b * b);
  const q2 = qa * qa;
  const q4 = q2 * q2;
  const q8 = q4 * q4;
  const q16 = q8 * q8;
  const b2 = qb * qb;
  const b4 = b2 * b2;
  const b8 = b4 * b4;
  return [q16 * q16 * q16, b8 * b2 * b2];
}

/** Locks: the streaks of single strands come from noise across the lock (`u`), slowly changing along it (`v`). */
export function shadeHair(s: SurfaceSample, atmosphere: Atmosphere): void {
  const row = s.w | 0;
  const coarse = lineNoise(s.u * 7 + s.v * 0.6, row) - 0.5;
  const fine = lineNoise(s.u * 26 + s.v * 1.3, row + 57) - 0.5;
  const streak = coarse * 0.75 + fine * 0.55;
  shadeStrands(s, atmosphere, 1 + 0.34 * streak, streak * 0.14, 1);
}

/** Beards, brows and roots: no clear highlight. `u` runs around, `v` along. */
export function shadeShortHair(s: SurfaceSample, atmosphere: Atmosphere): void {
  const a = lineNoise(s.u + lineNoise(s.v * 3, 5) * 1.5, 11) - 0.5;
  const b = lineNoise(s.u * 2.3 + s.v * 4, 13) - 0.5;
  shadeStrands(s, atmosphere, 1 + 0.5 * a + 0.35 * b, (a + b) * 0.2, 0.4);
}

function shadeStrands(
  s: SurfaceSample,
  { ambient }: Atmosphere,
  tone: number,
  shift: number,
  shine: number,
): void {
  const facing = s.nx * KEY[0] + s.ny * KEY[1] + s.nz * KEY[2];
  const lit = mix(0.3, 1, s.lit);
  const diffuse = clamp((facing + WRAP) / (1 + WRAP)) * lit * 1.02;
  const [narrow, broad] = strandShine(s, shift);
  const towards = clamp(facing + 0.42) * lit * shine;
  const light = s.r * 0.3 + s.g * 0.6 + s.b * 0.1;
  const black = smoothstep(0.09, 0.015, light);
  const rim = rimLight(s);
  const fill = fillLight(s) * 0.22;
  const up = 0.5 - s.ny * 0.5;
  const open = s.open * 0.92;
  s.outR =
    s.r * tone * (diffuse + (ambient[0] + 0.1 * up) * open + fill) +
    (narrow * (0.2 * (0.13 + 1.25 * s.r) + 0.04 * black) + broad * (0.46 * s.r + 0.0092 * black)) * towards +
    rim * (0.7 * (0.12 + s.r) + 0.05 * black);
  s.outG =
    s.g * tone * (diffuse + (ambient[1] + 0.11 * up) * open + fill) +
    (narrow * (0.2 * (0.13 + 1.25 * s.g) + 0.04 * black) + broad * (0.46 * s.g + 0.008 * black)) * towards +
    rim * (0.7 * (0.12 + s.g) + 0.05 * black) * 0.97;
  s.outB =
    s.b * tone * (diffuse + (ambient[2] + 0.12 * up) * open + fill) +
    (narrow * (0.2 * (0.13 + 1.25 * s.b) + 0.04 * black) + broad * (0.46 * s.b + 0.0068 * black)) * towards +
    rim * (0.7 * (0.12 + s.b) + 0.05 * black) * 0.98;
}
