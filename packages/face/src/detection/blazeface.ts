import type { Point } from '@avatar/image';
import { anchorCentres } from './anchors.js';
import { decodeBlaze } from './blaze-decode.js';
import type { BlazeKeypoints, Candidate } from './candidate.js';
import type { FaceRun } from './face-run.js';
import { suppressOverlaps } from './overlap.js';
import { cropSquare, squareToPicture, type Square } from './square-crop.js';

export const BLAZE_MODEL_ID = 'blazeface-back';
const INPUT_SIZE_PX = 256;
const ANCHORS = anchorCentres(INPUT_SIZE_PX, [
  { stridePx: 16, perCell: 2 },
  { stridePx: 32, perCell: 6 },
]);
const PIXELS = { scale: 1 / 127.5, offset: -1 };
/** Within one pass. */
const SAME_FACE_IOU = 0.3;

/**
 * Faces in a square of the picture, best first. V. Bazarevsky et al., "BlazeFace", 2019 (the back-camera variant).
 * It finds faces at any turn, but its points are right only within about 60 degrees of upright in the square.
 */
export async function detectInSquare(run: FaceRun, square: Square, minScore: number): Promise<Candidate[]> {
  const model = await run.models.load(BLAZE_MODEL_ID, run.options);
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const outputs = await model.run({ image: { data, dims } }, run.options);
  const layers = [512, 384].map((count) => ({
    scores: outputs[`scores${count}`].data as Float32Array,
    boxes: outputs[`boxes${count}`].data as Float32Array,
  }));
  const candidates = decodeBlaze(layers, ANCHORS, minScore, squareToPicture(square, INPUT_SIZE_PX));
  return suppressOverlaps(candidates, (overlap) => overlap.overUnion > SAME_FACE_IOU);
}

/** Turn of the line between the eyes in radians. */
export function keypointAngle({ leftEye, rightEye }: BlazeKeypoints): number {
  return Math.atan2(rightEye[1] - leftEye[1], rightEye[0] - leftEye[0]);
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
