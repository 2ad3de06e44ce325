import type { Outfit } from '../outfit.js';
import type { Tailor } from '../tailor.js';

/** Builds a garment and says what it leaves to the rest of the figure. */
export type Garment = (tailor: Tailor) => Outfit;

/** Writes a colour into a buffer. */
export const put = (out: Float64Array, colour: readonly [number, number, number]): void => {
  out[0] = colour[0];
  out[1] = colour[1];
  out[2] = colour[2];
};
