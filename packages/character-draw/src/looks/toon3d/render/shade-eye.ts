import type { IrisDesign } from '@avatar/character';
import { KEY } from './lights.js';
import { clamp, lineNoise, mix, smoothstep, type Vec3 } from './maths.js';
import { keyHalf } from './shade-skin.js';
import type { SurfaceSample } from './surface-sample.js';

/** Linear colours and sizes of an eye; sizes are sines of the angle from the gaze. */
export interface EyePaint {
  readonly white: Vec3;
  readonly corner: Vec3;
  readonly iris: Vec3;
  readonly dark: Vec3;
  readonly bright: Vec3;
  readonly design: IrisDesign;
  readonly irisSize: number;
  readonly pupilSize: number;
  /** Light of a machine's eye. */
  readonly glow: Vec3;
}

/** Two round catch lights: the window at the upper left, its return at the lower right. */
export const catchLight = (x: number, y: number): number =>
  smoothstep(0.172, 0.128, Math.sqrt((x + 0.25) ** 2 + (y + 0.29) ** 2 * 0.85)) +
  0.4 * smoothstep(0.07, 0.045, Math.sqrt((x - 0.22) ** 2 + (y - 0.2) ** 2));

/** `u`, `v`, `w`: direction from the centre of the eye, `w` along the gaze. `r`: shade of the lid. */
export function shadeEye(s: SurfaceSample, paint: EyePaint): void {
  const { u: x, v: y, w: z } = s;
  const lid = s.r;
  paintEye(s, paint);
  const facing = s.nx * KEY[0] + s.ny * KEY[1] + s.nz * KEY[2];
  const light = (clamp((facing + 0.6) / 1.6) * mix(0.6, 1, s.lit) * 0.52 + 0.62 * mix(0.55, 1, s.open)) * lid;
  let gleam = keyHalf(s);
  for (let i = 0; i < 7; i++) gleam *= gleam;
  const spark = z > 0 ? catchLight(x, y) : 0;
  s.outR = s.r * light + gleam * 0.5 * lid + spark;
  s.outG = s.g * light + gleam * 0.5 * lid + spark;
  s.outB = s.b * light + gleam * 0.5 * lid + spark;
}

/** The colour of an eye without any light, by `u`, `v` and `w`, into `r`, `g` and `b`. */
export function paintEye(s: SurfaceSample, paint: EyePaint): void {
  const { u: x, v: y, w: z } = s;
  const radius = z > 0 ? Math.sqrt(x * x + y * y) : 1.5 - Math.sqrt(x * x + y * y) * 0.5;
  const { irisSize, pupilSize, white, corner } = paint;
  const pink = smoothstep(0.8, 1.05, Math.abs(x)) * 0.55;
  s.r = mix(white[0], corner[0], pink);
  s.g = mix(white[1], corner[1], pink);
  s.b = mix(white[2], corner[2], pink);
  const inIris = smoothstep(irisSize + 0.022, irisSize - 0.022, radius);
  if (inIris > 0) paintIris(s, paint, radius / irisSize, inIris);
  const inPupil = smoothstep(pupilSize + 0.02, pupilSize - 0.02, radius);
  s.r = mix(s.r, 0.008, inPupil);
  s.g = mix(s.g, 0.007, inPupil);
  s.b = mix(s.b, 0.008, inPupil);
}

function paintIris(
  s: SurfaceSample,
  { iris, dark, bright, design }: EyePaint,
  t: number,
  cover: number,
): void {
  const { u: x, v: y } = s;
  const turn = Math.atan2(y, x);
  const fibre = 0.84 + 0.32 * lineNoise(turn * 5.1 + 20, 3) * (0.6 + 0.4 * lineNoise(turn * 13 + 60, 9));
  const low = design === 'split' ? smoothstep(-0.05, 0.12, y) * 0.9 : clamp(0.5 + (y / 0.66) * 0.62);
  const glow = glowOf(design, t, turn, low);
  const limbus = mix(1, 0.2, smoothstep(0.74, 1, t)) * mix(0.6, 1, smoothstep(0.42, 0.62, t));
  for (const channel of [0, 1, 2] as const) {
    const base = mix(mix(dark[channel], iris[channel], low), bright[channel], glow) * fibre * limbus;
    if (channel === 0) s.r = mix(s.r, base, cover);
    else if (channel === 1) s.g = mix(s.g, base, cover);
    else s.b = mix(s.b, base, cover);
  }
}

/** Where an iris is bright: `t` from the pupil's middle to its rim, `low` 0 above to 1 below. */
function glowOf(design: IrisDesign, t: number, turn: number, low: number): number {
  switch (design) {
    case 'ring':
      return smoothstep(0.2, 0.02, Math.abs(t - 0.66)) * (0.35 + 0.5 * low);
    case 'split':
      return smoothstep(0.6, 1, low) * 0.35;
    case 'star':
      return smoothstep(0.2, 0.9, Math.cos(turn * 7)) * smoothstep(0.95, 0.55, t) * 0.55 + 0.25 * low * low;
    default:
      return smoothstep(0.55, 1, low) * smoothstep(1, 0.45, Math.abs(t - 0.62) * 1.6) * 0.75;
  }
}

/** Rings of light in black glass. True where it shines. */
export function shadeCyberEye(s: SurfaceSample, { glow }: EyePaint): boolean {
  const radius = Math.sqrt(s.u * s.u + s.v * s.v);
  const core = radius < 0.2;
  const ring = Math.abs(radius - 0.4) < 0.045 || Math.abs(radius - 0.6) < 0.028;
  const spoke = radius < 0.66 && radius > 0.4 && Math.abs(Math.sin(Math.atan2(s.v, s.u) * 3)) < 0.1;
  const shines = s.w > 0 && (core || ring || spoke);
  const base = s.w > 0 && radius < 0.68 ? 0.16 : 0.02;
  let gleam = keyHalf(s);
  for (let i = 0; i < 6; i++) gleam *= gleam;
  const share = shines ? 1.15 : base;
  s.outR = core ? 0.92 : glow[0] * share + gleam * 0.6;
  s.outG = core ? 1 : glow[1] * share + gleam * 0.6;
  s.outB = core ? 1 : glow[2] * share + gleam * 0.6;
  return shines;
}
