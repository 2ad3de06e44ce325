import type { PlanarImage, Plane, RasterImage, SimilarityTransform } from '@avatar/stage';
import { affineOf, scaledMap } from './affine.js';
import { inKernels } from '../kernels/kernels.js';
import { createPlane } from '../planes/plane.js';
import { extractRegion, resizeRaster } from '../size/resize.js';
import { sampleCubic } from './sample-cubic.js';
import { applyTransform, invertTransform, transformScale, type Point } from './transform.js';

const cornersOf = (width: number, height: number): readonly Point[] => [
  [0, 0],
  [width, 0],
  [0, height],
  [width, height],
];

/** Distance to the border of the photo in output pixels, as coverage: 1 inside, 0 outside, a pixel of ramp. */
function insideMask(
  photo: RasterImage,
  inverse: SimilarityTransform,
  width: number,
  height: number,
  scale: number,
): Plane {
  const distanceAt = (x: number, y: number): number => {
    const [u, v] = applyTransform(inverse, x, y);
    return Math.min(u, photo.width - u, v, photo.height - v) * scale;
  };
  // The photo is convex: if all corners are well inside, everything is.
  if (Math.min(...cornersOf(width, height).map(([x, y]) => distanceAt(x, y))) >= 1)
    return createPlane(width, height, 1);
  const { xx, xy, x0, yx, yy, y0 } = affineOf(inverse);
  return inKernels((memory) => {
    const inside = memory.createGrid(width, height);
    // prettier-ignore
    memory.kernels.coverage(
      photo.width, photo.height,
      xx, xy, x0, yx, yy, y0,
      scale, inside.at, width, height,
    );
    return memory.take(inside);
  });
}

export interface WarpedPhoto {
  readonly image: PlanarImage;
  /** 1 where the output shows the photo, 0 where it leaves it, with a soft ramp of two pixels. */
  readonly inside: Plane;
}

/**
 * The `width` x `height` picture that `transform` (photo to output) cuts out of `photo`. When the output is smaller than
 * the photo, the region is first shrunk with Lanczos-3 so that nothing aliases; then Catmull-Rom samples do the rest.
 */
export async function warpSimilarity(
  photo: RasterImage,
  transform: SimilarityTransform,
  width: number,
  height: number,
): Promise<WarpedPhoto> {
  const scale = transformScale(transform);
  const inverse = invertTransform(transform);
  const inside = insideMask(photo, inverse, width, height, scale);
  if (scale >= 1) return { image: sampleCubic(photo, affineOf(inverse), width, height), inside };

  const margin = Math.ceil(4 / scale);
  const corners = cornersOf(width, height).map(([x, y]) => applyTransform(inverse, x, y));
  const bound = (axis: 0 | 1, size: number) => {
    const values = corners.map((corner) => corner[axis]);
    const low = Math.min(Math.max(0, Math.floor(Math.min(...values)) - margin), size - 1);
    const high = Math.max(Math.min(size, Math.ceil(Math.max(...values)) + margin), low + 1);
    return [low, high - low] as const;
  };
  const [x, regionWidth] = bound(0, photo.width);
  const [y, regionHeight] = bound(1, photo.height);
  const region = extractRegion(photo, { x, y, width: regionWidth, height: regionHeight });
  const smallWidth = Math.max(1, Math.round(regionWidth * scale));
  const smallHeight = Math.max(1, Math.round(regionHeight * scale));
  const small = await resizeRaster(region, smallWidth, smallHeight, 'lanczos3');
  // The rounded size has slightly different factors in x and y, and the map keeps both.
  const map = scaledMap(affineOf(inverse), { x, y }, smallWidth / regionWidth, smallHeight / regionHeight);
  return { image: sampleCubic(small, map, width, height), inside };
}
