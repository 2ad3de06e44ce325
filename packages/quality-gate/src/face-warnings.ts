import type { DetectedFace, Faces, Photo, Warning } from '@avatar/stage';
import { cutLength } from './face-cut.js';
import { sourceEyeDistancePx } from './input-score.js';
import { rounded } from './rounded.js';

/** Bounds that no ordinary portrait crosses; see the package's README for how they were found. */
const LIMITS = {
  yawDeg: 40,
  /** The mesh says too little of a face that it half sees: a turn counts from here on if it is not sure. */
  doubtfulYawDeg: 25,
  surePresence: 0.8,
  pitchDeg: 35,
  eyeDistancePx: 24,
  cutLength: 0.12,
} as const;

const degrees = (radians: number): number => Math.abs((radians * 180) / Math.PI);
const percent = (share: number): string => `${rounded(share * 100, share < 0.1 ? 1 : 0)} %`;

export function multipleFacesWarning(faces: Faces): Warning[] {
  const count = faces.faces.length;
  if (count < 2) return [];
  const message = `There are ${count} faces in the photo; the most prominent one is used. Crop the photo if it is the wrong one.`;
  return [{ code: 'multiple-faces', message, measured: count, threshold: 1 }];
}

/** Small in the frame, or small in pixels; the first that holds. */
export function smallFaceWarning(face: DetectedFace, photo: Photo, minCoverage: number): Warning[] {
  const code = 'face-too-small';
  if (face.coverage < minCoverage) {
    const message = `The head covers ${percent(face.coverage)} of the photo, less than ${percent(minCoverage)}. Crop closer or step nearer to the camera.`;
    return [{ code, message, measured: rounded(face.coverage, 4), threshold: minCoverage }];
  }
  const eyeDistancePx = sourceEyeDistancePx(face, photo);
  if (eyeDistancePx >= LIMITS.eyeDistancePx) return [];
  const message = `The face is only about ${Math.round(eyeDistancePx * 2.4)} pixels wide. Use the original, larger photo.`;
  return [{ code, message, measured: rounded(eyeDistancePx, 1), threshold: LIMITS.eyeDistancePx }];
}

/** Whether the mesh saw the face rather than guessed it. */
export const isSureOf = ({ presence }: DetectedFace): boolean => presence >= LIMITS.surePresence;

/** The mesh is not sure of a face that neither turn nor cover explains. */
export function unsureWarning(face: DetectedFace): Warning[] {
  if (isSureOf(face)) return [];
  const message =
    'Much of the face cannot be seen, as behind a mask or turned away. Use a photo that shows the whole face.';
  const { surePresence: threshold } = LIMITS;
  return [{ code: 'occluded', message, measured: rounded(face.presence, 3), threshold }];
}

export function poseWarning(face: DetectedFace): Warning[] {
  const code = 'extreme-pose';
  const yawDeg = degrees(face.pose.yawRad);
  const pitchDeg = degrees(face.pose.pitchRad);
  const maxYawDeg = isSureOf(face) ? LIMITS.yawDeg : LIMITS.doubtfulYawDeg;
  if (yawDeg >= maxYawDeg) {
    const message =
      'The head is turned far to the side, so the likeness may suffer. Use a photo that faces the camera.';
    return [{ code, message, measured: rounded(yawDeg, 1), threshold: maxYawDeg }];
  }
  if (pitchDeg < LIMITS.pitchDeg) return [];
  const message =
    'The head is tilted far up or down, so the likeness may suffer. Use a photo taken at eye level.';
  return [{ code, message, measured: rounded(pitchDeg, 1), threshold: LIMITS.pitchDeg }];
}

/** The photo's border goes through the face. */
export function cutWarning(face: DetectedFace, photo: Photo): Warning[] {
  const length = cutLength(face, photo);
  if (length < LIMITS.cutLength) return [];
  const message = 'The edge of the photo cuts the face. Use a photo that shows the whole head.';
  return [{ code: 'face-cut', message, measured: rounded(length, 2), threshold: LIMITS.cutLength }];
}
