/** The drawing in the making: CIELAB planes of one size. */
export interface Canvas {
  readonly L: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** Lays a colour over pixel `i`, `opacity` from 0 to 1. */
export function lay(
  { L, a, b }: Canvas,
  i: number,
  lightness: number,
  red: number,
  yellow: number,
  opacity: number,
): void {
  L[i] += (lightness - L[i]) * opacity;
  a[i] += (red - a[i]) * opacity;
  b[i] += (yellow - b[i]) * opacity;
}
