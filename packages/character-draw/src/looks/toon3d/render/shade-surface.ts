import { KEY } from './lights.js';
import { RIM_RIGHT } from './lights.js';
import { clamp, mix, smoothstep } from './maths.js';
import { fillLight, keyHalf, rimLight } from './shade-skin.js';
import type { Atmosphere, SurfaceSample } from './surface-sample.js';

/** How a plain surface answers. */
interface Finish {
  /** How far light wraps beyond the terminator. */
  readonly wrap: number;
  /** What is left in full shadow. */
  readonly floor: number;
  /** Highlight: strength, and its power of two (5: 32). */
  readonly shine: number;
  readonly sharpness: number;
  /** Share of the surface's colour in the highlight. */
  readonly tint: number;
  /** Soft light on the edge, as of fibres. */
  readonly fuzz: number;
  readonly rim: number;
}

const CLOTH: Finish = {
  wrap: 0.24,
  floor: 0.18,
  shine: 0.035,
  sharpness: 3,
  tint: 0.4,
  fuzz: 0.11,
  rim: 0.34,
};
const LEATHER: Finish = {
  wrap: 0.2,
  floor: 0.16,
  shine: 0.2,
  sharpness: 4,
  tint: 0.25,
  fuzz: 0.02,
  rim: 0.4,
};
const GLOSS: Finish = { wrap: 0.2, floor: 0.35, shine: 0.75, sharpness: 5, tint: 0.6, fuzz: 0.02, rim: 0.3 };
const MOIST: Finish = { wrap: 0.4, floor: 0.3, shine: 0.14, sharpness: 5, tint: 0.2, fuzz: 0.03, rim: 0.2 };
const TEETH: Finish = { wrap: 0.5, floor: 0.45, shine: 0.16, sharpness: 6, tint: 0, fuzz: 0, rim: 0 };
const DULL: Finish = { wrap: 0.24, floor: 0.2, shine: 0, sharpness: 1, tint: 0, fuzz: 0, rim: 0.12 };

const finish = (f: Finish) => (s: SurfaceSample, atmosphere: Atmosphere) => shadeFinish(s, atmosphere, f);
export const shadeCloth = finish(CLOTH);
export const shadeLeather = finish(LEATHER);
export const shadeGloss = finish(GLOSS);
export const shadeMoist = finish(MOIST);
export const shadeTeeth = finish(TEETH);
export const shadeDull = finish(DULL);

function shadeFinish(s: SurfaceSample, { ambient }: Atmosphere, f: Finish): void {
  const facing = s.nx * KEY[0] + s.ny * KEY[1] + s.nz * KEY[2];
  const key = clamp((facing + f.wrap) / (1 + f.wrap)) * mix(f.floor, 1, s.lit);
  const up = 0.5 - s.ny * 0.5;
  const fill = fillLight(s) * 0.12;
  const edge = 1 - s.nz;
  const fuzz = edge > 0 ? edge * edge * edge * f.fuzz : 0;
  const rim = rimLight(s) * f.rim;
  let power = keyHalf(s);
  for (let i = 0; i < f.sharpness; i++) power *= power;
  const shine = power * f.shine * mix(0.25, 1, s.lit);
  const neutral = 1 - f.tint;
  s.outR =
    s.r * (key * 0.84 + (ambient[0] + 0.1 * up) * 0.9 * s.open + fill + fuzz) +
    fuzz * 0.16 +
    shine * (neutral + f.tint * s.r) +
    rim * (0.14 + s.r) * 0.94;
  s.outG =
    s.g * (key * 0.81 + (ambient[1] + 0.11 * up) * 0.9 * s.open + fill + fuzz) +
    fuzz * 0.16 +
    shine * (neutral + f.tint * s.g) +
    rim * (0.14 + s.g) * 1.02;
  s.outB =
    s.b * (key * 0.765 + (ambient[2] + 0.12 * up) * 0.9 * s.open + fill + fuzz) +
    fuzz * 0.16 +
    shine * (neutral + f.tint * s.b) +
    rim * (0.14 + s.b) * 1.12;
}

/** The studio as a mirror sees it: sky, floor, key and rim boxes, a window, a dark horizon. */
function studio(x: number, y: number, z: number): number {
  const key = x * KEY[0] + y * KEY[1] + z * KEY[2];
  const rim = x * RIM_RIGHT[0] + y * RIM_RIGHT[1] + z * RIM_RIGHT[2];
  return (
    0.1 +
    0.5 * smoothstep(-0.25, 0.95, -y) +
    0.1 * smoothstep(0.1, 0.9, y) +
    1.9 * smoothstep(0.8, 0.97, key) +
    0.9 * smoothstep(0.72, 0.93, rim) +
    0.27 * smoothstep(0.35, 0, Math.abs(x + 0.75)) * smoothstep(0, 0.6, z) -
    0.12 * Math.exp(-y * y * 18)
  );
}

export function shadeMetal(s: SurfaceSample, { ambient }: Atmosphere): void {
  const { nx, ny, nz } = s;
  const mirrored =
    studio(2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1) * mix(0.45, 1, s.open) * mix(0.62, 1, s.lit);
  const facing = nx * KEY[0] + ny * KEY[1] + nz * KEY[2];
  const diffuse = clamp((facing + 0.2) / 1.2) * mix(0.3, 1, s.lit) * 0.3 + fillLight(s) * 0.1;
  const edge = 1 - nz;
  const fresnel = edge > 0 ? edge * edge * edge : 0;
  const rim = rimLight(s) * 0.25;
  const tone = mirrored * 1.05 + diffuse;
  s.outR = s.r * (tone + ambient[0] * s.open * 0.25) + fresnel * 0.22 * (0.5 + 0.5 * s.r) + rim;
  s.outG = s.g * (tone + ambient[1] * s.open * 0.25) + fresnel * 0.22 * (0.5 + 0.5 * s.g) + rim;
  s.outB = s.b * (tone + ambient[2] * s.open * 0.25) + fresnel * 0.22 * (0.5 + 0.5 * s.b) + rim;
}

/** Shines by itself. */
export function shadeGlow(s: SurfaceSample): void {
  s.outR = s.r;
  s.outG = s.g;
  s.outB = s.b;
}
