import { applyTransform, createPlane, fillPolygon, invertTransform } from '@avatar/image';
import { AvatarError, type FaceLandmarks } from '@avatar/stage';
import type { FaceRun } from './face-run.js';
import { landmarkBox, landmarkPolygon } from '../mesh/landmarks.js';
import { FACE_OVAL } from '../mesh/mesh-topology.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { cropSquare, squareToPicture, type Square } from './square-crop.js';

export const THIRD_OPINION_MODEL_ID = 'selfie-multiclass';
const INPUT_SIZE_PX = 256;
const PIXELS = { scale: 1 / 127.5, offset: -1 };
const CLASSES = 6;
const BACKGROUND = 0;
/** Side of the crop over the face: head and neck are in it. */
const MARGIN = 2;
/** The inner part of the face, where nothing else can be. */
const OVAL_SCALE = 0.85;

/**
 * Share of the face, in [0, 1], that a network for the parts of people takes for background. Of people in doubtful photos at most 0.01,
 * also behind masks; of animals that two other networks took for people 0.11 and more. 0 where the network cannot be had: it is fetched on
 * first use, and the word of the others stands without it.
 */
export async function backgroundInFace(run: FaceRun, landmarks: FaceLandmarks): Promise<number> {
  const model = await run.models.load(THIRD_OPINION_MODEL_ID, run.options).catch((error: unknown) => {
    if (AvatarError.is(error) && error.code === 'model-unavailable') return undefined;
    throw error;
  });
  if (model === undefined) return 0;
  const square = squareOf(landmarks);
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const { logits } = await model.run({ image: { data, dims } }, run.options);
  return backgroundShare(logits.data as Float32Array, ovalIn(square, landmarks));
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

function backgroundShare(logits: Float32Array, oval: Float32Array): number {
  const pixels = oval.length;
  let inside = 0;
  let background = 0;
  for (let i = 0; i < pixels; i++) {
    if (oval[i] < 0.5) continue;
    inside++;
    let best = BACKGROUND;
    for (let label = 1; label < CLASSES; label++)
      if (logits[label * pixels + i] > logits[best * pixels + i]) best = label;
    if (best === BACKGROUND) background++;
  }
  return inside === 0 ? 0 : background / inside;
}
