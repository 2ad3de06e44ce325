import type { Plane } from '@avatar/stage';

const BLOCK = 8;
/** Noise is read off the calmest blocks: the rest of the picture is texture. */
const CALM_SHARE = 0.15;
/** The calmest blocks of a noisy picture are calm by chance too; this takes the bias out for white noise. */
const SELECTION_BIAS = 1.12;
/** E|x| of the mask's response for noise of standard deviation 1: 6 * sqrt(2 / pi). */
const MASK_RESPONSE = 6 * Math.sqrt(2 / Math.PI);
const MIN_OPAQUE = 0.98;

/**
 * Standard deviation of the noise of a plane over the person, in the plane's own units. J. Immerkær, "Fast noise variance
 * estimation", 1996, block by block, with the mask stretched by `reach`: noise of an enlarged photo is `reach` wide.
 */
export function estimateNoise(plane: Plane, alpha: Plane, reach: number): number {
  const levels: number[] = [];
  const size = BLOCK * Math.max(1, reach);
  for (let y = reach; y + size + reach <= plane.height; y += size)
    for (let x = reach; x + size + reach <= plane.width; x += size) {
      const level = blockResponse(plane, alpha, x, y, size, reach);
      if (level !== undefined) levels.push(level);
    }
  if (levels.length < 16) return 0;
  levels.sort((a, b) => a - b);
  return (SELECTION_BIAS * levels[Math.floor(levels.length * CALM_SHARE)]) / MASK_RESPONSE;
}

/** Mean absolute response of the mask in one block; undefined if the block leaves the person or is clipped. */
function blockResponse(
  { data, width }: Plane,
  alpha: Plane,
  left: number,
  top: number,
  size: number,
  reach: number,
): number | undefined {
  const corners = [top * width + left, (top + size - 1) * width + left];
  for (const corner of corners)
    if (alpha.data[corner] < MIN_OPAQUE || alpha.data[corner + size - 1] < MIN_OPAQUE) return undefined;
  const up = reach * width;
  let sum = 0;
  for (let y = top; y < top + size; y += reach) {
    let i = y * width + left - reach;
    // The mask is the second difference of second differences: each column's serves three pixels.
    let before = data[i - up] - 2 * data[i] + data[i + up];
    i += reach;
    let here = data[i - up] - 2 * data[i] + data[i + up];
    for (const end = i + size; i < end;) {
      i += reach;
      const after = data[i - up] - 2 * data[i] + data[i + up];
      sum += Math.abs(before - 2 * here + after);
      before = here;
      here = after;
    }
  }
  const level = sum / (BLOCK * BLOCK);
  return level > 1e-6 ? level : undefined;
}
