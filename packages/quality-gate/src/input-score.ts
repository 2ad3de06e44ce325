import { ramp } from '@avatar/image';
import { eyeCentres } from '@avatar/face';
import type { DetectedFace, Faces, InputComponent, Photo } from '@avatar/stage';
import { ADVISED_BELOW, INPUT_ADVICE, type AdvisedComponent } from './input-advice.js';
import type { FacePhotometry } from './photometry.js';
import { logRamp } from './log-ramp.js';

/** What the score is made of; the weights add up to 1. The other components are only reported. */
export const INPUT_WEIGHTS: Readonly<Partial<Record<AdvisedComponent, number>>> = {
  sharpness: 0.22,
  'eye-distance': 0.2,
  exposure: 0.16,
  yaw: 0.08,
  pitch: 0.06,
  contrast: 0.08,
  evenness: 0.06,
  'face-visible': 0.06,
  'eyes-visible': 0.05,
  'mouth-visible': 0.03,
};

/** A component at 0 lowers the score, it does not end it. */
const LEAST_COMPONENT = 0.05;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Distance between the eye centres in pixels of the file, before `load` shrank it. */
export function sourceEyeDistancePx(face: DetectedFace, photo: Photo): number {
  const { right, left } = eyeCentres(face.landmarks);
  return Math.hypot(left[0] - right[0], left[1] - right[1]) / photo.scale;
}

/** Share that the second face has of the first one's area, in [0, 1]; 0 without a second one. */
function rivalShare({ faces: [first, second] }: Faces): number {
  if (first === undefined || second === undefined) return 0;
  return Math.min(1, (second.box.width * second.box.height) / (first.box.width * first.box.height));
}

function component(name: AdvisedComponent, score: number, measured: number, unit: string): InputComponent {
  const advice = score < ADVISED_BELOW ? { advice: INPUT_ADVICE[name] } : {};
  return { name, score, weight: INPUT_WEIGHTS[name] ?? 0, measured, unit, ...advice };
}

/** What can be said of a photo whether it has a face or not. */
export function pictureComponents(photo: Photo, faces: Faces): InputComponent[] {
  const shorterSidePx = Math.min(photo.sourceWidth, photo.sourceHeight);
  const count = faces.faces.length;
  return [
    component('image-size', logRamp(100, 400, shorterSidePx), shorterSidePx, 'px'),
    component('face-count', count === 0 ? 0 : 1 - rivalShare(faces), count, 'faces'),
  ];
}

/** What can be said of the dominant face. @param minCoverage coverage that scores 1, in [0, 1] */
export function faceComponents(
  face: DetectedFace,
  photo: Photo,
  light: FacePhotometry,
  minCoverage: number,
): InputComponent[] {
  const [rollDeg, yawDeg, pitchDeg] = [face.pose.rollRad, face.pose.yawRad, face.pose.pitchRad].map(degrees);
  const eyeDistancePx = sourceEyeDistancePx(face, photo);
  const bright = Math.min(ramp(30, 75, light.meanLuminance), ramp(235, 200, light.meanLuminance));
  const visible = Math.min(face.presence, ramp(0.4, 0.75, face.score));
  const coverageScore = minCoverage > 0 ? Math.min(1, face.coverage / minCoverage) : 1;
  return [
    component('face-coverage', coverageScore, face.coverage, 'share'),
    component('eye-distance', logRamp(20, 80, eyeDistancePx), eyeDistancePx, 'px'),
    component('roll', ramp(90, 30, Math.abs(rollDeg)), rollDeg, 'deg'),
    component('yaw', ramp(50, 20, Math.abs(yawDeg)), yawDeg, 'deg'),
    component('pitch', ramp(45, 22, Math.abs(pitchDeg)), pitchDeg, 'deg'),
    component('sharpness', sharpness(light), light.laplacianVariance, 'variance'),
    component('exposure', bright * ramp(0.5, 0, light.clippedShare), light.meanLuminance, 'levels'),
    component('contrast', ramp(10, 28, light.luminanceDeviation), light.luminanceDeviation, 'levels'),
    component('evenness', ramp(1.2, 0.45, light.cheekAsymmetry), light.cheekAsymmetry, 'ratio'),
    component('eyes-visible', eyesVisible(light), light.underEyeToCheek, 'ratio'),
    component('mouth-visible', mouthVisible(light), light.lipRedness, 'a*'),
    component('face-visible', visible, visible, 'share'),
  ];
}

/** A smeared face is sharp across the movement, and counts as what it is along it. */
const sharpness = ({ laplacianVariance, directionalDetail }: FacePhotometry): number =>
  Math.min(logRamp(20, 300, laplacianVariance), ramp(0.02, 0.045, directionalDetail));

/** Neither dark glass nor reflections in front of them. */
const eyesVisible = ({ underEyeToCheek, lensGlare }: FacePhotometry): number =>
  Math.min(ramp(0.3, 0.65, underEyeToCheek), ramp(0.45, 0.3, lensGlare));

/**
 * Lips that are redder than the skin are seen, and so is an open mouth with teeth; else the skin around them must
 * look like skin, and they must have edges.
 */
function mouthVisible({
  lipRedness,
  lowerFaceShift,
  lipEdges,
  mouthGap,
  mouthRange,
}: FacePhotometry): number {
  const bareSkin = Math.min(ramp(25, 15, lowerFaceShift), ramp(30, 60, lipEdges));
  const teeth = Math.min(ramp(0.06, 0.12, mouthGap), ramp(20, 35, mouthRange));
  return Math.max(ramp(0, 3, lipRedness), teeth, bareSkin);
}

/** Checks that no measurement could be trusted with, and why. */
export const UNMEASURED_COMPONENTS: readonly InputComponent[] = [
  {
    name: 'hand-or-hair',
    score: undefined,
    weight: 0,
    reason: 'A hand or hair before the face has the colours of a face; no measurement told them apart.',
  },
  {
    name: 'photograph',
    score: undefined,
    weight: 0,
    reason: 'No measurement told paintings, sculptures and renderings from photos.',
  },
];

/** The score of one component, 1 where it was not measured. */
export const scoreOf = (components: readonly InputComponent[], name: AdvisedComponent): number =>
  components.find((each) => each.name === name)?.score ?? 1;

/** Weighted geometric mean of the components, in [0.05, 1]. */
export function inputScore(components: readonly InputComponent[]): number {
  let sum = 0;
  for (const { score = 1, weight } of components) sum += weight * Math.log(Math.max(score, LEAST_COMPONENT));
  return Math.exp(sum);
}
