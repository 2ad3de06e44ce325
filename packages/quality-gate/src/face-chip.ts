import {
  LEFT_EYE,
  LEFT_MOUTH_CORNER,
  NOSE,
  RIGHT_EYE,
  RIGHT_MOUTH_CORNER,
  landmarkMean,
  landmarkPoint,
  transformLandmarks,
} from '@avatar/face';
import { fitTransform, warpSimilarity, type Point } from '@avatar/image';
import type { FaceLandmarks, PlanarImage, RasterImage } from '@avatar/stage';

/** Side of the chip in pixels: small, so that every photo is judged at the same scale. */
export const CHIP_SIZE_PX = 160;

/** The ArcFace five points on 112 px, enlarged by 1.1 about the middle of the chip. */
const FIVE_POINTS: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
].map(([x, y]) => [(x - 56) * 1.1 + 80, (y - 56) * 1.1 + 80]);

/** The face upright at a fixed scale, with its landmarks in pixels of the chip. */
export interface FaceChip {
  readonly image: PlanarImage;
  readonly landmarks: FaceLandmarks;
}

/** Cuts a face out of the photo at a fixed scale and upright. */
export async function cutFaceChip(photo: RasterImage, landmarks: FaceLandmarks): Promise<FaceChip> {
  const spot = ([x, y]: readonly number[]): Point => [x, y];
  const transform = fitTransform(
    [
      spot(landmarkMean(landmarks, RIGHT_EYE)),
      spot(landmarkMean(landmarks, LEFT_EYE)),
      spot(landmarkPoint(landmarks, NOSE)),
      spot(landmarkPoint(landmarks, RIGHT_MOUTH_CORNER)),
      spot(landmarkPoint(landmarks, LEFT_MOUTH_CORNER)),
    ],
    FIVE_POINTS,
  );
  const { image } = await warpSimilarity(photo, transform, CHIP_SIZE_PX, CHIP_SIZE_PX);
  return { image, landmarks: transformLandmarks(landmarks, transform) };
}
