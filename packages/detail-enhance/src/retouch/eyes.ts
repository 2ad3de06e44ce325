import { smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { CoarseLevels } from '../sharpness/bands.js';
import type { OpponentImage } from '../sharpness/opponent.js';

/** Darkening of detail counts less than brightening: dark eyes that get darker look beady. */
const DARK_SHARE = 0.5;

/**
 * Brings the eyes to life: catchlights and the structure of the iris, a little light in the iris, and cleaner whites.
 * Writes into the planes of `picture`, inside the lids only.
 */
export function enliven(picture: OpponentImage, levels: CoarseLevels, eyes: Plane, strength: number): void {
  const [Y, U, V] = [picture.Y.data, picture.U.data, picture.V.data];
  const { middle, large } = levels;
  const lids = eyes.data;
  for (let i = 0; i < Y.length; i++) {
    const inside = lids[i];
    if (inside < 0.01) continue;
    const value = Y[i];
    const detail = value - middle[i] + 0.7 * (middle[i] - large[i]);
    const signed = detail > 0 ? detail : detail * DARK_SHARE;
    const iris = smoothstep(0.06, 0.18, value) * (1 - smoothstep(0.3, 0.5, value));
    const white = smoothstep(0.42, 0.62, value);
    Y[i] = value + inside * strength * (1.3 * signed + 0.09 * iris + 0.06 * white);
    const clean = 1 - inside * strength * 0.9 * white;
    U[i] *= clean;
    V[i] *= clean;
  }
}
