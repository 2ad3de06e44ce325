import { linearToSrgb, labToRgb, rgbToLab, srgbToLinear, type Lab, type LabImage } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { GainsLog } from './white-balance.js';

/** What counts as a white or grey garment. */
const MIN_LIGHTNESS = 62;
const MAX_CHROMA = 9;
/** Fewer than this share of the person's pixels say nothing. */
const MIN_SHARE = 0.03;
/** A cast this weak, in CIELAB chroma, is never seen on cloth. */
const INVISIBLE_CAST = 3;
const SHARES = [1, 0.75, 0.5, 0.25, 0] as const;

/** Mean colour of the light, nearly neutral parts of the person that are not skin; undefined if there are few. */
export function neutralColour(lab: LabImage, alpha: Plane, skin: Plane): Lab | undefined {
  const sum = [0, 0, 0];
  let neutral = 0;
  let person = 0;
  for (let i = 0; i < lab.L.length; i++) {
    if (alpha.data[i] < 0.95) continue;
    person++;
    const { L, a, b } = { L: lab.L[i], a: lab.a[i], b: lab.b[i] };
    if (skin.data[i] > 0.05 || L < MIN_LIGHTNESS || a * a + b * b > MAX_CHROMA * MAX_CHROMA) continue;
    sum[0] += L;
    sum[1] += a;
    sum[2] += b;
    neutral++;
  }
  if (neutral < MIN_SHARE * person || neutral === 0) return undefined;
  return [sum[0] / neutral, sum[1] / neutral, sum[2] / neutral];
}

function chromaAfter(colour: Lab, gains: GainsLog, share: number): number {
  const balanced = labToRgb(...colour).map((value, channel) =>
    linearToSrgb(Math.min(1, srgbToLinear(value) * Math.exp(gains[channel] * share))),
  ) as [number, number, number];
  const [, a, b] = rgbToLab(...balanced);
  return Math.hypot(a, b);
}

/**
 * The share of the skin's white balance that the rest of the person may get: all of it, unless a white shirt that was
 * white in the photo would take on a colour.
 */
export function shareForNeutrals(neutral: Lab | undefined, gains: GainsLog): number {
  if (neutral === undefined) return 1;
  const allowed = Math.max(INVISIBLE_CAST, Math.hypot(neutral[1], neutral[2]) + 0.5);
  return SHARES.find((share) => chromaAfter(neutral, gains, share) <= allowed) ?? 0;
}
