import { mix } from '@avatar/image';

/** A curve through knots, level beyond the first and the last: half linear, half eased. `at` must rise. */
export function knotCurve(at: readonly number[], values: readonly number[]): (position: number) => number {
  const last = at.length - 1;
  return (position) => {
    if (position <= at[0]) return values[0];
    for (let i = 1; i <= last; i++)
      if (position <= at[i]) {
        const t = (position - at[i - 1]) / (at[i] - at[i - 1]);
        return mix(values[i - 1], values[i], mix(t, t * t * (3 - 2 * t), 0.5));
      }
    return values[last];
  };
}
