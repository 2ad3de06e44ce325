import { eyeCentres } from '@avatar/face';
import type { DetectedFace, Photo } from '@avatar/stage';
import type { FacePhotometry } from './photometry.js';
import { logRamp, ramp } from './ramp.js';

/** What the score is made of; the weights add up to 1. */
export const INPUT_WEIGHTS = {
  sharpness: 0.22,
  resolution: 0.2,
  exposure: 0.16,
  pose: 0.14,
  visibility: 0.14,
  contrast: 0.08,
  evenness: 0.06,
} as const;

export type InputComponents = Readonly<Record<keyof typeof INPUT_WEIGHTS, number>>;

/** A component at 0 lowers the score, it does not end it. */
const LEAST_COMPONENT = 0.05;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Distance between the eye centres in pixels of the file, before `load` shrank it. */
export function sourceEyeDistancePx(face: DetectedFace, photo: Photo): number {
  const { right, left } = eyeCentres(face.landmarks);
  return Math.hypot(left[0] - right[0], left[1] - right[1]) / photo.scale;
}

/** The parts of the input score, each in [0, 1], 1 being best. */
export function inputComponents(face: DetectedFace, photo: Photo, light: FacePhotometry): InputComponents {
  const yaw = Math.abs(degrees(face.pose.yawRad));
  const pitch = Math.abs(degrees(face.pose.pitchRad));
  const bright = Math.min(ramp(light.meanLuminance, 30, 75), ramp(light.meanLuminance, 235, 200));
  return {
    sharpness: logRamp(light.laplacianVariance, 30, 300),
    resolution: logRamp(sourceEyeDistancePx(face, photo), 20, 80),
    exposure: bright * ramp(light.clippedShare, 0.5, 0),
    contrast: ramp(light.luminanceDeviation, 10, 28),
    pose: Math.min(ramp(yaw, 50, 20), ramp(pitch, 45, 22)),
    visibility: Math.min(face.presence, ramp(face.score, 0.4, 0.75), ramp(light.underEyeToCheek, 0.3, 0.65)),
    evenness: ramp(light.cheekAsymmetry, 1.2, 0.45),
  };
}

/** Weighted geometric mean of the components, in [0.05, 1]. */
export function inputScore(components: InputComponents): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(INPUT_WEIGHTS))
    sum += weight * Math.log(Math.max(components[name as keyof InputComponents], LEAST_COMPONENT));
  return Math.exp(sum);
}
