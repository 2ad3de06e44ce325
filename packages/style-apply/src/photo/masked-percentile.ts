import { nthSmallest } from '@avatar/image';
import type { Plane } from '@avatar/stage';

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
