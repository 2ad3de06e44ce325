import {
  FACE_OVAL,
  landmarkMean,
  landmarkPoint,
  LEFT_TEMPLE,
  RIGHT_TEMPLE,
  type MeshPoint,
} from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import { difference, dot, headFrame, scaled, sum, type HeadFrame } from './head-frame.js';
import type { Pull } from './radial-fit.js';

/** Points that tell how deep a face is: the outline, the middle line, brows, eyes, cheeks and mouth. */
const DEPTH_POINTS: readonly number[] = [
  ...FACE_OVAL,
  ...[151, 9, 168, 6, 195, 4, 2, 0, 13, 14, 17, 18, 200, 199],
  ...[105, 334, 33, 263, 133, 362, 159, 386, 145, 374],
  ...[50, 280, 101, 330, 129, 358, 205, 425, 61, 291, 214, 434, 69, 299, 117, 346, 210, 430],
];
/** From the temples back to the axis that a head turns about, in distances between the temples. */
const AXIS = 0.12;
/** Rings around the face, in its radii, that stay where they are. */
const RINGS = [1.45, 1.65];

/** A turn about the head's own upright axis. */
export interface Turn {
  readonly frame: HeadFrame;
  readonly centre: MeshPoint;
  /** Radians; positive towards the right edge of the picture. */
  readonly yawRad: number;
}

export function headTurn(landmarks: FaceLandmarks, yawRad: number): Turn {
  const frame = headFrame(landmarks);
  const [right, left] = [landmarkPoint(landmarks, RIGHT_TEMPLE), landmarkPoint(landmarks, LEFT_TEMPLE)];
  const middle = scaled(sum(right, left), 0.5);
  const width = Math.hypot(...difference(left, right));
  return { frame, centre: sum(middle, scaled(frame.back, AXIS * width)), yawRad };
}

/** Where a point of the head comes to lie. */
export function turned({ frame: { across, down, back }, centre, yawRad }: Turn, point: MeshPoint): MeshPoint {
  const from = difference(point, centre);
  const [a, d, b] = [dot(from, across), dot(from, down), dot(from, back)];
  const [sin, cos] = [Math.sin(yawRad), Math.cos(yawRad)];
  return sum(
    centre,
    sum(sum(scaled(across, a * cos - b * sin), scaled(down, d)), scaled(back, a * sin + b * cos)),
  );
}

/**
 * How the front of a head moves in a turn: by the depth of the mesh. What lies around the face keeps its place, for the
 * outline of a head hardly changes in a small turn, and so neither hair nor neck nor background tear.
 */
export function turnPulls(landmarks: FaceLandmarks, yawRad: number): Pull[] {
  const turn = headTurn(landmarks, yawRad);
  const [cx, cy] = landmarkMean(landmarks, FACE_OVAL);
  const still = RINGS.flatMap((ring) =>
    FACE_OVAL.map((index): Pull => {
      const [x, y] = landmarkPoint(landmarks, index);
      return { x: cx + ring * (x - cx), y: cy + ring * (y - cy), dx: 0, dy: 0 };
    }),
  );
  const face = DEPTH_POINTS.map((index): Pull => {
    const point = landmarkPoint(landmarks, index);
    const [x, y] = turned(turn, point);
    return { x, y, dx: point[0] - x, dy: point[1] - y };
  });
  return [...face, ...still];
}
