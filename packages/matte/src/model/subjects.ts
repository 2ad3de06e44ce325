import type { Box, DetectedFace, FaceLandmarks, Plane } from '@avatar/stage';
import type { Point } from '@avatar/image';
import { placeHead, type HeadPlacement } from './head-region.js';

/** A face this much smaller than the dominant one belongs to somebody far away: the model and the component handle that. */
const BYSTANDER = 0.25;

type Size = Pick<Plane, 'width' | 'height'>;

/** From pixels of the photo to pixels of a matte over `region`. */
export const toMatte =
  (region: Box, { width, height }: Size) =>
  ([x, y]: Point): Point => [
    ((x - region.x) * width) / region.width,
    ((y - region.y) * height) / region.height,
  ];

/** Landmarks in pixels of a matte over `region`. */
export function landmarksInMatte({ points, scheme }: FaceLandmarks, region: Box, matte: Size): FaceLandmarks {
  const place = toMatte(region, matte);
  const placed = points.slice();
  for (let i = 0; i < placed.length; i += 3) {
    [placed[i], placed[i + 1]] = place([points[i], points[i + 1]]);
    placed[i + 2] = (points[i + 2] * matte.width) / region.width;
  }
  return { scheme, points: placed };
}

/** Heads whose face lies in the region, in pixels of the matte; the dominant one first. */
export function headsInMatte(faces: readonly DetectedFace[], region: Box, matte: Size): HeadPlacement[] {
  const place = toMatte(region, matte);
  const scale = Math.sqrt((matte.width * matte.height) / (region.width * region.height));
  return faces
    .map(({ landmarks }) => placeHead(landmarks))
    .map(({ eyes, heightPx, rollRad }) => ({ eyes: place(eyes), heightPx: heightPx * scale, rollRad }))
    .filter(({ eyes: [x, y], heightPx }, index, all) => {
      const near = heightPx / 2;
      const inside = x > -near && y > -near && x < matte.width + near && y < matte.height + near;
      return index === 0 || (inside && heightPx > BYSTANDER * all[0].heightPx);
    });
}
