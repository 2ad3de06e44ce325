import type { Plane } from '@avatar/stage';

/** Directions over half a turn. */
const DIRECTIONS = 8;
/** Steps of the second differences in pixels: fine detail, and the features of a face. */
const FINE_PX = 2;
const COARSE_PX = 8;
/** Every so many pixels are enough. */
const STRIDE = 2;

/**
 * Fine detail of a face along the direction that has the least, over that of its features along the same direction:
 * the ratio of the energies of second differences. Low when the face or the camera moved, which leaves detail across
 * the movement, and when the whole face is out of focus; the contrast of the light does not matter. (On the
 * autocorrelation of motion blur: Y. Yitzhaky and N. S. Kopeika, "Identification of blur parameters from motion
 * blurred images", 1997.)
 *
 * @param region 1 on the face, 0 elsewhere
 */
export function leastDirectionalDetail(levels: Plane, region: Plane): number {
  let least = Infinity;
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const angle = (direction * Math.PI) / DIRECTIONS;
    least = Math.min(least, detailAlong(levels, region, Math.cos(angle), Math.sin(angle)));
  }
  return least;
}

function detailAlong(levels: Plane, region: Plane, dx: number, dy: number): number {
  const { width, height } = levels;
  let fine = 0;
  let coarse = 0;
  for (let y = COARSE_PX; y < height - COARSE_PX; y += STRIDE)
    for (let x = COARSE_PX; x < width - COARSE_PX; x += STRIDE) {
      if (region.data[y * width + x] === 0) continue;
      fine += bend(levels, x, y, dx * FINE_PX, dy * FINE_PX) ** 2;
      coarse += bend(levels, x, y, dx * COARSE_PX, dy * COARSE_PX) ** 2;
    }
  // Nothing to be smeared: as sharp as can be told.
  return coarse === 0 ? 1 : fine / coarse;
}

/** Second difference over one step. */
const bend = (levels: Plane, x: number, y: number, dx: number, dy: number): number =>
  2 * levels.data[y * levels.width + x] - between(levels, x - dx, y - dy) - between(levels, x + dx, y + dy);

/** Bilinear; the callers stay inside. */
function between({ data, width, height }: Plane, x: number, y: number): number {
  const left = Math.min(width - 2, Math.floor(x));
  const top = Math.min(height - 2, Math.floor(y));
  const [u, v] = [x - left, y - top];
  const at = top * width + left;
  const above = data[at] * (1 - u) + data[at + 1] * u;
  const below = data[at + width] * (1 - u) + data[at + width + 1] * u;
  return above * (1 - v) + below * v;
}
