import type { FaceLandmarks, HeadPose } from '@avatar/stage';
import { eyeCentres, landmarkPoint, type MeshPoint } from './landmarks.js';
import {
  CHIN,
  FOREHEAD,
  LEFT_EYE_OUTER_CORNER,
  LEFT_MOUTH_CORNER,
  LEFT_TEMPLE,
  RIGHT_EYE_OUTER_CORNER,
  RIGHT_MOUTH_CORNER,
  RIGHT_TEMPLE,
} from './mesh-topology.js';

const subtract = (a: MeshPoint, b: MeshPoint): MeshPoint => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: MeshPoint, b: MeshPoint): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Turn of the line between the eyes in radians, in (-pi, pi]; 0 when the eyes are level and the face upright. */
export function eyeLineAngle(landmarks: FaceLandmarks): number {
  const { right, left } = eyeCentres(landmarks);
  return Math.atan2(left[1] - right[1], left[0] - right[0]);
}

/** Towards the subject's left, from the outer eye corners, the mouth corners (half weight) and the temples. */
function sidewaysAxis(landmarks: FaceLandmarks): MeshPoint {
  const span = (from: number, to: number) =>
    subtract(landmarkPoint(landmarks, to), landmarkPoint(landmarks, from));
  const eyes = span(RIGHT_EYE_OUTER_CORNER, LEFT_EYE_OUTER_CORNER);
  const mouth = span(RIGHT_MOUTH_CORNER, LEFT_MOUTH_CORNER);
  const temples = span(RIGHT_TEMPLE, LEFT_TEMPLE);
  return [0, 1, 2].map((axis) => eyes[axis] + 0.5 * mouth[axis] + temples[axis]) as MeshPoint;
}

/**
 * Head pose from the mesh's own depth. Roll is the line between the eyes, whatever its size: a photo that lies on its
 * side gives about +-90 degrees. Yaw and pitch come from the head's axes in space and do not depend on roll; they have
 * not been calibrated against a ground truth in degrees.
 */
export function headPose(landmarks: FaceLandmarks): HeadPose {
  const sideways = sidewaysAxis(landmarks);
  const down = subtract(landmarkPoint(landmarks, CHIN), landmarkPoint(landmarks, FOREHEAD));
  const lean = dot(down, sideways) / (dot(sideways, sideways) || 1);
  const upright: MeshPoint = [
    down[0] - lean * sideways[0],
    down[1] - lean * sideways[1],
    down[2] - lean * sideways[2],
  ];
  return {
    rollRad: eyeLineAngle(landmarks),
    yawRad: Math.atan2(sideways[2], Math.hypot(sideways[0], sideways[1])),
    pitchRad: Math.atan2(upright[2], Math.hypot(upright[0], upright[1])),
  };
}
