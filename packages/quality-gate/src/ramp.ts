import { clamp } from '@avatar/image';

/** 0 at `from`, 1 at `to`, a straight line between; `from` may be the larger one. */
export const ramp = (value: number, from: number, to: number): number => clamp((value - from) / (to - from));

/** `ramp` on a logarithmic scale: for quantities where doubling counts, not adding. All values are above 0. */
export const logRamp = (value: number, from: number, to: number): number =>
  ramp(Math.log2(Math.max(value, 1e-6)), Math.log2(from), Math.log2(to));
