import { extractRegion, clamp } from '@avatar/image';
import type { FaceLandmarks, RasterImage } from '@avatar/stage';

/** Where a face stands in a high picture, as far as nothing is known: share of what is left over that goes above. */
const ABOVE = 0.2;

/**
 * The square part of a picture that its thumbnail shows: around the face, where one is known.
 * @param landmarks in pixels of a picture of the same shape, `landmarksWidth` wide
 */
export function thumbnailPart(
  raster: RasterImage,
  landmarks: FaceLandmarks | undefined,
  landmarksWidth: number,
): RasterImage {
  const { width, height } = raster;
  if (width === height) return raster;
  const side = Math.min(width, height);
  const scale = width / landmarksWidth;
  const at = (axis: 0 | 1, length: number, fallback: number): number => {
    const middle = landmarks === undefined ? undefined : scale * meanOf(landmarks, axis);
    const start = middle === undefined ? (length - side) * fallback : middle - side / 2;
    return Math.round(clamp(start, 0, length - side));
  };
  return extractRegion(raster, { x: at(0, width, 0.5), y: at(1, height, ABOVE), width: side, height: side });
}

function meanOf({ points }: FaceLandmarks, axis: 0 | 1): number {
  let sum = 0;
  for (let i = axis; i < points.length; i += 3) sum += points[i];
  return (3 * sum) / points.length;
}
