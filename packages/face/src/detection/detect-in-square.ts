import { applyTransform, transformScale, type Point } from '@avatar/image';
import type { SimilarityTransform } from '@avatar/stage';
import { boxCentre } from './candidate.js';
import type { FaceCandidate } from './face-detector.js';
import type { DetectionRun } from './detection-run.js';
import { suppressOverlaps } from './overlap.js';
import { cropSquare, squareToPicture, type Square } from './square-crop.js';

/** Within one pass. */
const SAME_FACE_IOU = 0.3;

/** What the run's detector sees in a square of the picture, in pixels of the picture, best first. */
export async function detectInSquare(
  { detector, pyramid, options }: DetectionRun,
  square: Square,
  minScore: number,
): Promise<FaceCandidate[]> {
  options.signal?.throwIfAborted();
  const { sidePx, scaling } = detector.input;
  const found = await detector.detect(cropSquare(pyramid, square, sidePx, scaling), minScore, options);
  const toPicture = squareToPicture(square, sidePx);
  const candidates = found.map((candidate) => inPicture(candidate, toPicture));
  return suppressOverlaps(candidates, (overlap) => overlap.overUnion > SAME_FACE_IOU);
}

/** Boxes stay upright: that of a turned square has the same centre and size. */
function inPicture({ box, score, keypoints }: FaceCandidate, toPicture: SimilarityTransform): FaceCandidate {
  const point = ([x, y]: Point): Point => applyTransform(toPicture, x, y);
  const [x, y] = point(boxCentre(box));
  const scale = transformScale(toPicture);
  const width = box.width * scale;
  const height = box.height * scale;
  const { leftEye, rightEye, nose, leftEar, rightEar } = keypoints;
  return {
    box: { x: x - width / 2, y: y - height / 2, width, height },
    score,
    keypoints: {
      leftEye: point(leftEye),
      rightEye: point(rightEye),
      nose: point(nose),
      ...(leftEar && rightEar ? { leftEar: point(leftEar), rightEar: point(rightEar) } : {}),
    },
  };
}
