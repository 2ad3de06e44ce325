import { clamp, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { OpponentImage } from '../sharpness/opponent.js';

/** Yellow that a natural tooth keeps, as `U`. */
const NATURAL_YELLOW = -0.035;
/** The coolest a tooth may be, as `U`; eye whites that are warmer lower it, but not further than the warmest. */
const COOLEST = -0.015;
const WARMEST = -0.05;
/** Teeth with less red than this, as `V`, look green or blue. */
const IVORY = 0.008;
/** Teeth brighter than the whites of the eyes come down by this share of the difference, and by so much at most. */
const TOO_BRIGHT = { share: 0.35, most: 0.04 };

/** Mean of the whites of the eyes, which teeth are compared with. */
export interface EyeWhites {
  readonly luma: number;
  /** As `U`. */
  readonly blueness: number;
}

const MIN_WHITE_PIXELS = 24;

/** Undefined where hardly any white shows. */
export function eyeWhites(picture: OpponentImage, eyes: Plane): EyeWhites | undefined {
  const [Y, U, V] = [picture.Y.data, picture.U.data, picture.V.data];
  let luma = 0;
  let blueness = 0;
  let count = 0;
  for (let i = 0; i < Y.length; i++) {
    if (eyes.data[i] < 0.5 || Y[i] < 0.45 || Math.abs(U[i]) > 0.1 || Math.abs(V[i]) > 0.1) continue;
    luma += Y[i];
    blueness += U[i];
    count++;
  }
  return count < MIN_WHITE_PIXELS ? undefined : { luma: luma / count, blueness: blueness / count };
}

/**
 * Takes yellow out of the teeth and lifts them a little; never beyond a natural tooth, and never so that they outshine the
 * whites of the eyes. Teeth that a bright light has made bluish get their warmth back. Gums, lips and the dark of the
 * mouth stay. Writes into the planes of `picture`, between the lips only.
 */
export function whitenTeeth(
  picture: OpponentImage,
  teeth: Plane,
  strength: number,
  whites?: EyeWhites,
): void {
  const [Y, U, V] = [picture.Y.data, picture.U.data, picture.V.data];
  const coolest = whites ? clamp(whites.blueness, WARMEST, COOLEST) : COOLEST;
  const yellowest = Math.min(NATURAL_YELLOW, coolest);
  const natural = Math.min(1, 2 * strength);
  for (let i = 0; i < Y.length; i++) {
    const between = teeth.data[i];
    if (between < 0.02) continue;
    const redness = V[i] - 0.5 * Math.max(0, -U[i]);
    const tooth = between * smoothstep(0.36, 0.58, Y[i]) * (1 - smoothstep(0.05, 0.11, redness));
    const whitening = tooth * strength;
    if (U[i] < yellowest) U[i] += (yellowest - U[i]) * 0.6 * whitening;
    else if (U[i] > coolest) U[i] += (coolest - U[i]) * natural * tooth;
    V[i] += V[i] < IVORY ? (IVORY - V[i]) * natural * tooth : -0.3 * whitening * V[i];
    const excess = whites ? Y[i] - whites.luma : 0;
    Y[i] +=
      excess > 0
        ? -natural * tooth * Math.min(TOO_BRIGHT.most, TOO_BRIGHT.share * excess)
        : 0.025 * whitening * (1 - smoothstep(0.78, 0.92, Y[i]));
  }
}
