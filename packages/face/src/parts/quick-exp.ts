/** Steps of a table between two powers of two: the result is right to one part in 2,900. */
const STEPS_LOG2 = 10;
const STEPS = 2 ** STEPS_LOG2;
/** Powers of two from 2 ** -EXPONENTS up to, not with, 2 ** EXPONENTS. */
const EXPONENTS = 128;
const WHOLE = Float64Array.from({ length: 2 * EXPONENTS }, (_, i) => 2 ** (i - EXPONENTS));
const FRACTION = Float64Array.from({ length: STEPS }, (_, i) => 2 ** (i / STEPS));

const STEPS_A_UNIT = STEPS * Math.LOG2E;
/** Brings the least exponent to 0, and rounds. */
const OFFSET = EXPONENTS * STEPS + 0.5;
const FARTHEST = (EXPONENTS - 1) / Math.LOG2E;

/**
 * e to the power of x, to one part in 2,900 and four times as fast as `Math.exp`: for probabilities of many pixels. What
 * is further than 88 from 0 counts as 88.
 */
export function quickExp(x: number): number {
  const step = (Math.min(Math.max(x, -FARTHEST), FARTHEST) * STEPS_A_UNIT + OFFSET) | 0;
  return WHOLE[step >> STEPS_LOG2] * FRACTION[step & (STEPS - 1)];
}
