/** Values up to here keep their linear brightness, whatever the peak. */
export const KNEE = 0.65;

/**
 * Rolls highlights off softly so that `peak` lands on 1: a straight line up to the knee, then the extended curve of
 * E. Reinhard et al., "Photographic tone reproduction", 2002. With `peak <= 1` nothing changes.
 */
export function shoulder(value: number, peak: number): number {
  if (value <= KNEE || peak <= 1) return value;
  const over = (value - KNEE) / (1 - KNEE);
  const white = (peak - KNEE) / (1 - KNEE);
  const rolled = (over * (1 + over / (white * white))) / (1 + over);
  return rolled >= 1 ? 1 : KNEE + (1 - KNEE) * rolled;
}

const STEPS = 1024;
const lightnessOf = (Y: number): number => (Y > 0.008856 ? 1.16 * Math.cbrt(Y) - 0.16 : 9.033 * Y);
const luminanceOf = (x: number): number => (x > 0.08 ? ((x + 0.16) / 1.16) ** 3 : x / 9.033);

/**
 * S-curve on lightness that leaves black, white and the pivot where they are: `x + 2k x (1-x) (x-pivot)`.
 * Returned as a table of factors on linear luminance, indexed by its square root times the table's last index.
 * @param contrast 0 to 1
 * @param pivot lightness in [0, 1], that of the skin: its median does not move
 */
export function contrastTable(contrast: number, pivot: number): Float32Array {
  const table = new Float32Array(STEPS + 2);
  for (let i = 0; i < table.length; i++) {
    const Y = Math.max((i / STEPS) ** 2, 1e-6);
    const x = lightnessOf(Y);
    const curved = x + 2 * contrast * x * (1 - x) * (x - pivot);
    table[i] = luminanceOf(Math.max(curved, 0)) / Y;
  }
  return table;
}

export function contrastFactor(table: Float32Array, luminance: number): number {
  const at = Math.sqrt(luminance < 0 ? 0 : luminance > 1 ? 1 : luminance) * STEPS;
  const index = at | 0;
  return table[index] + (table[index + 1] - table[index]) * (at - index);
}
