import { smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { OpponentImage } from './opponent.js';

/** Yellow that a natural tooth keeps, as `U`. */
const NATURAL_YELLOW = -0.035;

/**
 * Takes yellow out of the teeth and lifts them a little; never beyond a natural tooth. Gums, lips and the dark of the
 * mouth stay. Writes into the planes of `picture`, between the lips only.
 */
export function whitenTeeth(picture: OpponentImage, teeth: Plane, strength: number): void {
  const { Y, U, V } = picture;
  for (let i = 0; i < Y.data.length; i++) {
    const between = teeth.data[i];
    if (between < 0.02) continue;
    const redness = V.data[i] - 0.5 * Math.max(0, -U.data[i]);
    const tooth =
      between * smoothstep(0.36, 0.58, Y.data[i]) * (1 - smoothstep(0.05, 0.11, redness)) * strength;
    if (U.data[i] < NATURAL_YELLOW) U.data[i] += (NATURAL_YELLOW - U.data[i]) * 0.6 * tooth;
    V.data[i] *= 1 - 0.3 * tooth;
    Y.data[i] += 0.025 * tooth * (1 - smoothstep(0.78, 0.92, Y.data[i]));
  }
}
