import { loadIfAvailable } from '@avatar/models';
import { applyTransform, createPlane, fillPolygon, invertTransform } from '@avatar/image';
import type { FaceLandmarks } from '@avatar/stage';
import type { FaceRun } from './face-run.js';
import { landmarkBox, landmarkPolygon } from '../mesh/landmarks.js';
import { FACE_OVAL } from '../mesh/mesh-topology.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { cropSquare, squareToPicture, type Square } from './square-crop.js';

export const THIRD_OPINION_MODEL_ID = 'selfie-multiclass';
const INPUT_SIZE_PX = 256;
const PIXELS = { scale: 1 / 127.5, offset: -1 };
/** Side of the crop over the face: head and neck are in it. */
const MARGIN = 2;
/** The inner part of the face, where nothing else can be. */
const OVAL_SCALE = 0.85;

/** Pixels of the inner part of a face by what they show; the halves are above and below its middle, the eyes being above. */
export interface FaceParts {
  readonly upper: Readonly<Record<FacePart, number>>;
  readonly lower: Readonly<Record<FacePart, number>>;
}

/** In the order of the network's labels. */
const PARTS = ['background', 'hair', 'body', 'face', 'clothes', 'other'] as const;
type FacePart = (typeof PARTS)[number];

/**
 * What a network for the parts of people sees in a face. Undefined where the network cannot be had: it is fetched on
 * first use.
 */
export async function faceParts(run: FaceRun, landmarks: FaceLandmarks): Promise<FaceParts | undefined> {
  const model = await loadIfAvailable(run.models, THIRD_OPINION_MODEL_ID, run.options);
  if (model === undefined) return undefined;
  const square = squareOf(landmarks);
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const { logits } = await model.run({ image: { data, dims } }, run.options);
  return countParts(logits.data as Float32Array, ovalIn(square, landmarks));
}

/**
 * Share of the face, in [0, 1], that is taken for background. Of people in doubtful photos at most 0.01, also behind
 * masks; of animals that two other networks took for people 0.11 and more. 0 where the network cannot be had: the
 * word of the others stands without it.
 */
export async function backgroundInFace(run: FaceRun, landmarks: FaceLandmarks): Promise<number> {
  const parts = await faceParts(run, landmarks);
  return parts === undefined ? 0 : shareOfFace(parts, 'background');
}

/** Share of the whole, in [0, 1]. */
export function shareOfFace({ upper, lower }: FaceParts, part: FacePart): number {
  const all = sumOf(upper) + sumOf(lower);
  return all === 0 ? 0 : (upper[part] + lower[part]) / all;
}

const sumOf = (counts: FaceParts['upper']): number => PARTS.reduce((sum, part) => sum + counts[part], 0);

/** Share of one half, in [0, 1]. */
export function shareOfHalf(half: FaceParts['upper'], ...parts: readonly FacePart[]): number {
  const all = sumOf(half);
  return all === 0 ? 0 : parts.reduce((sum, part) => sum + half[part], 0) / all;
}

function squareOf(landmarks: FaceLandmarks): Square {
  const { x, y, width, height } = landmarkBox(landmarks);
  return {
    centre: [x + width / 2, y + height / 2],
    sidePx: Math.max(width, height) * MARGIN,
    angleRad: eyeLineAngle(landmarks),
  };
}

function ovalIn(square: Square, landmarks: FaceLandmarks): Float32Array {
  const toCrop = invertTransform(squareToPicture(square, INPUT_SIZE_PX));
  const oval = createPlane(INPUT_SIZE_PX, INPUT_SIZE_PX);
  fillPolygon(
    oval,
    landmarkPolygon(landmarks, FACE_OVAL, OVAL_SCALE).map(([x, y]) => applyTransform(toCrop, x, y)),
  );
  return oval.data;
}

function countParts(logits: Float32Array, oval: Float32Array): FaceParts {
  const pixels = oval.length;
  const none = () => Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<FacePart, number>;
  const halves = { upper: none(), lower: none() };
  const middle = pixels / 2;
  for (let i = 0; i < pixels; i++) {
    if (oval[i] < 0.5) continue;
    let best = 0;
    for (let label = 1; label < PARTS.length; label++)
      if (logits[label * pixels + i] > logits[best * pixels + i]) best = label;
    // The square is centred on the face.
    halves[i < middle ? 'upper' : 'lower'][PARTS[best]]++;
  }
  return halves;
}
