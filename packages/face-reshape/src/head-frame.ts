import {
  CHIN,
  FOREHEAD,
  landmarkPoint,
  LEFT_EYE_OUTER_CORNER,
  LEFT_TEMPLE,
  RIGHT_EYE_OUTER_CORNER,
  RIGHT_TEMPLE,
  type MeshPoint,
} from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';

/** Unit vectors of a head in space: x right and y down in the picture, z away from the viewer. */
export interface HeadFrame {
  /** Towards the viewer's right, which is the subject's left. */
  readonly across: MeshPoint;
  /** From the forehead to the chin. */
  readonly down: MeshPoint;
  /** Out of the back of the head. */
  readonly back: MeshPoint;
}

/** The axes of a head, from its outer eye corners, temples, forehead and chin. */
export function headFrame(landmarks: FaceLandmarks): HeadFrame {
  const at = (index: number) => landmarkPoint(landmarks, index);
  const across = unit(
    sum(
      difference(at(LEFT_EYE_OUTER_CORNER), at(RIGHT_EYE_OUTER_CORNER)),
      difference(at(LEFT_TEMPLE), at(RIGHT_TEMPLE)),
    ),
  );
  const chinward = difference(at(CHIN), at(FOREHEAD));
  const down = unit(difference(chinward, scaled(across, dot(chinward, across))));
  return { across, down, back: cross(across, down) };
}

export const dot = (a: MeshPoint, b: MeshPoint): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const sum = (a: MeshPoint, b: MeshPoint): MeshPoint => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const scaled = (a: MeshPoint, by: number): MeshPoint => [a[0] * by, a[1] * by, a[2] * by];
export const difference = (a: MeshPoint, b: MeshPoint): MeshPoint => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

const unit = (a: MeshPoint): MeshPoint => scaled(a, 1 / (Math.hypot(...a) || 1));

const cross = (a: MeshPoint, b: MeshPoint): MeshPoint => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
