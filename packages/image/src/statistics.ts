/** A list of numbers that may be moved around. */
type Movable = Float32Array | Float64Array | number[];

/** The value that would stand at `rank` if `values` were sorted; moves values around (C. A. R. Hoare, "Find", 1961). */
export function nthSmallest(values: Movable, rank: number): number {
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
 * The value under which `share` of the values lie: of `n` values in their order the one with the index `share * n`,
 * rounded down. Nothing is put between two values. Leaves `values` as they are.
 * @param share in [0, 1]; 0 gives the least value, 1 the largest
 * @returns NaN when there are no values
 */
export function quantile(values: Float32Array | Float64Array | readonly number[], share: number): number {
  if (values.length === 0) return NaN;
  return nthSmallest(values.slice(), Math.min(values.length - 1, Math.floor(share * values.length)));
}

/** `quantile` at one half: of an even number of values the upper one of the two in the middle. */
export const median = (values: Float32Array | Float64Array | readonly number[]): number =>
  quantile(values, 0.5);

/** NaN when there are no values. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
