import { ramp } from '@avatar/image';

/** `ramp` on a logarithmic scale: for quantities where doubling counts, not adding. All values are above 0. */
export const logRamp = (low: number, high: number, value: number): number =>
  ramp(Math.log2(low), Math.log2(high), Math.log2(Math.max(value, 1e-6)));
