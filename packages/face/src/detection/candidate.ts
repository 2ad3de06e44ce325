import type { Point } from '@avatar/image';
import type { Box } from '@avatar/stage';

/** The six points of BlazeFace; left and right as seen in the crop that was searched. */
export interface BlazeKeypoints {
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly nose: Point;
  readonly mouth: Point;
  readonly leftEar: Point;
  readonly rightEar: Point;
}

/** What BlazeFace takes for a face. */
export interface Candidate {
  readonly box: Box;
  /** In [0, 1]. */
  readonly score: number;
  readonly keypoints: BlazeKeypoints;
}

export const boxCentre = (box: Box): Point => [box.x + box.width / 2, box.y + box.height / 2];
