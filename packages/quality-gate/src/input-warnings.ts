import type { DetectedFace, Faces, InputComponent, Photo, Warning } from '@avatar/stage';
import { scoreOf, sourceEyeDistancePx } from './input-score.js';
import type { FacePhotometry } from './photometry.js';

/** Bounds that no ordinary portrait crosses; see the package's README for how they were found. */
const LIMITS = {
  yawDeg: 40,
  /** The mesh says too little of a face that it half sees: a turn counts from here on if it is not sure. */
  doubtfulYawDeg: 25,
  surePresence: 0.8,
  pitchDeg: 35,
  eyeDistancePx: 24,
  /** Below this the enlargement of the face hides whether the photo itself is sharp. */
  focusEyeDistancePx: 40,
  meanLuminance: 35,
  laplacianVariance: 40,
  lightAndFocus: 0.4,
  underEyeToCheek: 0.62,
  lipRedness: 2,
  lipEdges: 40,
  lowerFaceShift: 20,
} as const;

const degrees = (radians: number): number => Math.abs((radians * 180) / Math.PI);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
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

export function poseWarning(face: DetectedFace): Warning[] {
  const code = 'extreme-pose';
  const yawDeg = degrees(face.pose.yawRad);
  const pitchDeg = degrees(face.pose.pitchRad);
  const maxYawDeg = face.presence < LIMITS.surePresence ? LIMITS.doubtfulYawDeg : LIMITS.yawDeg;
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

export function occlusionWarning(light: FacePhotometry): Warning[] {
  const code = 'occluded';
  if (light.underEyeToCheek < LIMITS.underEyeToCheek) {
    const message = 'The eyes seem to be behind dark glasses. Use a photo without them.';
    return [
      { code, message, measured: rounded(light.underEyeToCheek, 3), threshold: LIMITS.underEyeToCheek },
    ];
  }
  if (light.lipRedness >= LIMITS.lipRedness) return [];
  const message = 'The mouth seems to be covered. Use a photo that shows the whole face.';
  if (light.lowerFaceShift > LIMITS.lowerFaceShift)
    return [{ code, message, measured: rounded(light.lowerFaceShift, 1), threshold: LIMITS.lowerFaceShift }];
  if (light.lipEdges >= LIMITS.lipEdges) return [];
  return [{ code, message, measured: rounded(light.lipEdges, 1), threshold: LIMITS.lipEdges }];
}

/** Dark, blurred, or poor light and focus together; the first that holds. */
export function qualityWarning(
  face: DetectedFace,
  photo: Photo,
  light: FacePhotometry,
  components: readonly InputComponent[],
): Warning[] {
  const code = 'low-quality';
  if (light.meanLuminance < LIMITS.meanLuminance) {
    const message = 'The face is very dark. Use a photo with light on the face.';
    return [{ code, message, measured: rounded(light.meanLuminance, 1), threshold: LIMITS.meanLuminance }];
  }
  const focusKnown = sourceEyeDistancePx(face, photo) >= LIMITS.focusEyeDistancePx;
  if (focusKnown && light.laplacianVariance < LIMITS.laplacianVariance) {
    const message = 'The face is blurred. Use a photo that is in focus.';
    return [
      { code, message, measured: rounded(light.laplacianVariance, 1), threshold: LIMITS.laplacianVariance },
    ];
  }
  const lightAndFocus = lightAndFocusScore(components, focusKnown);
  if (lightAndFocus >= LIMITS.lightAndFocus) return [];
  const message = 'Light and focus of the photo are poor. Use a sharper photo with even light on the face.';
  return [{ code, message, measured: rounded(lightAndFocus, 3), threshold: LIMITS.lightAndFocus }];
}

/** Geometric mean of what light and focus give, in [0, 1]. */
function lightAndFocusScore(components: readonly InputComponent[], focusKnown: boolean): number {
  let product = focusKnown ? scoreOf(components, 'sharpness') : 1;
  for (const name of ['exposure', 'contrast', 'evenness'] as const) product *= scoreOf(components, name);
  return product ** (1 / 4);
}
