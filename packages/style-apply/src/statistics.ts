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
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) if (mask.data[i] > threshold) chosen.push(values[i]);
  if (chosen.length < least) return undefined;
  chosen.sort((a, b) => a - b);
  return chosen[Math.min(chosen.length - 1, Math.floor(share * chosen.length))];
}
