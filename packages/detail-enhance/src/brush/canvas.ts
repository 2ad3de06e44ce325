import { createPlane, seededRandom } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';

/** The painting in the making. */
export interface Canvas {
  readonly planes: PlanarImage['planes'];
  /** How thick the paint is, about 0 to 1. */
  readonly relief: Plane;
}

/** Threads of the linen to a side, and how far they stand out. */
const THREADS = 230;
const WEAVE = { height: 0.16, unevenness: 0.3 };

/** Height of the threads in one direction, each a little different. @param sidePx the picture's shorter side */
function threads(count: number, sidePx: number, random: () => number): Float32Array {
  const heights = new Float32Array(count);
  for (let i = 0; i < count; i++)
    heights[i] =
      WEAVE.height *
      (0.5 + 0.5 * Math.sin((i / sidePx) * THREADS * 2 * Math.PI) + WEAVE.unevenness * random());
  return heights;
}

/** The relief of a primed linen canvas. */
export function linen(width: number, height: number, seed: number): Plane {
  const random = seededRandom(seed);
  const warp = threads(width, Math.min(width, height), random);
  const weft = threads(height, Math.min(width, height), random);
  const relief = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) relief.data[i] = warp[x] + weft[y];
  return relief;
}
