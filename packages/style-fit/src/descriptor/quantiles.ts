/** The values at the shares of their order, as `quantile` of `@avatar/image` gives them, with one sort for all. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const sorted = Float32Array.from(values).sort();
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
}

/** Every `stride`-th value. */
export function thinned(values: Float32Array, stride: number): Float32Array {
  const few = new Float32Array(Math.ceil(values.length / stride));
  for (let i = 0; i < few.length; i++) few[i] = values[i * stride];
  return few;
}
