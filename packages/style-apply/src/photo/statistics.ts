import type { Plane } from '@avatar/stage';

/** The value that would stand at `rank` if `values` were sorted; moves values around (C. A. R. Hoare, "Find", 1961). */
export function nthSmallest(values: Float32Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return values[rank];
}

/**
 * The value under which `share` of the mask's pixels lie, those with a mask value above `threshold`.
 * Undefined when fewer than `least` pixels qualify.
 */
export function maskedPercentile(
  values: Float32Array,
  mask: Plane,
  threshold: number,
  share: number,
  least = 8,
): number | undefined {
  const chosen = new Float32Array(values.length);
  const weights = mask.data;
  let count = 0;
  for (let i = 0; i < values.length; i++) if (weights[i] > threshold) chosen[count++] = values[i];
  if (count < least) return undefined;
  return nthSmallest(chosen.subarray(0, count), Math.min(count - 1, Math.floor(share * count)));
}
