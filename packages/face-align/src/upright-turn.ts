import { FOREHEAD, CHIN, eyeLineAngle, landmarkPoint } from '@avatar/face';
import type { FaceLandmarks, HeadPose } from '@avatar/stage';

/**
 * In profile the far eye is a guess, and so is the line to it: from the first yaw on it counts less, from the second
 * not at all.
 */
const PROFILE_YAW = { from: (38 * Math.PI) / 180, to: (46 * Math.PI) / 180 };
const QUARTER_TURN = Math.PI / 2;

/** The multiple of a right angle nearest to an angle in radians. */
export const nearestQuarter = (angleRad: number): number =>
  Math.round(angleRad / QUARTER_TURN) * QUARTER_TURN;

/** Turn of the line from forehead to chin in radians; 0 when it points down. */
function faceAxisAngle(landmarks: FaceLandmarks): number {
  const [topX, topY] = landmarkPoint(landmarks, FOREHEAD);
  const [chinX, chinY] = landmarkPoint(landmarks, CHIN);
  return Math.atan2(topX - chinX, chinY - topY);
}

/** The same angle in (-pi, pi]. */
const shortestTurn = (angleRad: number): number => Math.atan2(Math.sin(angleRad), Math.cos(angleRad));

/**
 * How far the head is turned in the photo, in radians: what is turned back to have it upright. By the line between
 * the eyes; in profile, where that line says nothing, the photo's own upright counts, or the right angle nearest to
 * it when the photo lies on its side.
 */
export function uprightTurn(landmarks: FaceLandmarks, { yawRad }: Pick<HeadPose, 'yawRad'>): number {
  const byEyes = eyeLineAngle(landmarks);
  const { from, to } = PROFILE_YAW;
  const profile = Math.min(1, Math.max(0, (Math.abs(yawRad) - from) / (to - from)));
  if (profile === 0) return byEyes;
  const ofPhoto = nearestQuarter(faceAxisAngle(landmarks));
  return shortestTurn(ofPhoto + (1 - profile) * shortestTurn(byEyes - ofPhoto));
}
