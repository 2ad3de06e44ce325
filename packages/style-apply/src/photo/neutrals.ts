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
  const { L, a, b } = lab;
  const opacity = alpha.data;
  const onSkin = skin.data;
  let sumL = 0;
  let sumA = 0;
  let sumB = 0;
  let neutral = 0;
  let person = 0;
  for (let i = 0; i < L.length; i++) {
    if (opacity[i] < 0.95) continue;
    person++;
    if (onSkin[i] > 0.05 || L[i] < MIN_LIGHTNESS || a[i] * a[i] + b[i] * b[i] > MAX_CHROMA * MAX_CHROMA)
      continue;
    sumL += L[i];
    sumA += a[i];
    sumB += b[i];
    neutral++;
  }
  if (neutral < MIN_SHARE * person || neutral === 0) return undefined;
  return [sumL / neutral, sumA / neutral, sumB / neutral];
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
