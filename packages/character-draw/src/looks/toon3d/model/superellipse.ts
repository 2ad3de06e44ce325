const EXPONENT = 2.3;
const STEPS = 1024;
const POWER = Float64Array.from({ length: STEPS + 2 }, (_, i) => ((i / STEPS) * 3) ** EXPONENT);
const ROOT = Float64Array.from({ length: STEPS + 2 }, (_, i) => ((i / STEPS) * 14) ** (1 / EXPONENT));
function lookUp(table: Float64Array, at: number): number {
  const i = Math.min(STEPS, at) | 0;
  return table[i] + (table[i + 1] - table[i]) * Math.min(1, at - i);
}
/** x to the exponent of the head's sections, for x from 0 to 3. */
export const power = (x: number): number => lookUp(POWER, (x / 3) * STEPS);
/** Its inverse, for x from 0 to 14. */
export const root = (x: number): number => lookUp(ROOT, (x / 14) * STEPS);
