import { loadIfAvailable } from '@avatar/models';
import { applyTransform, createPlane, fillPolygon, invertTransform } from '@avatar/image';
import type { DetectedFace, FaceLandmarks } from '@avatar/stage';
import type { FaceRun } from './face-run.js';
import { headHeightPx } from '../mesh/head.js';
import { eyeMidpoint, landmarkBox, landmarkPolygon } from '../mesh/landmarks.js';
import { FACE_OVAL } from '../mesh/mesh-topology.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { THIRD_OPINION_MODEL_ID } from './third-opinion.js';
import { cropSquare, squareToPicture, type Square } from './square-crop.js';

const INPUT_SIZE_PX = 256;
const PIXELS = { scale: 1 / 127.5, offset: -1 };
const CLASSES = 6;
const HAIR = 1;
const CLOTHES = 4;
/** Side of the crop over the face: the ring below is in it. */
const MARGIN = 2;
/** A ring around the face, as multiples of its oval: hair and neck of a living face, cloth around a print. */
const RING = { inner: 1.25, outer: 1.6 };
/** Shares of the ring. Of living faces at most 0.5 is clothes where there is no more than 0.1 of hair. */
const PRINT = { clothes: 0.5, hair: 0.1 };

/** Where the chest of an upright person is, in their head heights from the eyes: a face there hangs on their body. */
const CHEST = { from: 0.9, to: 3.2, aside: 0.7 };

/** Whether `face` lies on the chest of the person to whom `above` belongs. */
export function isOnChestOf(face: DetectedFace, above: DetectedFace): boolean {
  const [x, y] = eyeMidpoint(above.landmarks);
  const [faceX, faceY] = eyeMidpoint(face.landmarks);
  const angle = eyeLineAngle(above.landmarks);
  const heightPx = headHeightPx(above.landmarks);
  const aside = (Math.cos(angle) * (faceX - x) + Math.sin(angle) * (faceY - y)) / heightPx;
  const below = (-Math.sin(angle) * (faceX - x) + Math.cos(angle) * (faceY - y)) / heightPx;
  return below > CHEST.from && below < CHEST.to && Math.abs(aside) < CHEST.aside;
}

/**
 * Moves a face that is printed on somebody's clothes behind all others, when it would be the dominant one. A print
 * hangs on the chest of another face's body, with cloth around it and no hair; a child in somebody's arms has hair.
 * Without another face a print stays: it may be what the picture is about.
 *
 * @param faces the dominant one first
 */
export async function withoutPrintFirst(
  run: FaceRun,
  faces: readonly DetectedFace[],
): Promise<readonly DetectedFace[]> {
  const [first, ...others] = faces;
  if (!others.some((other) => isOnChestOf(first, other))) return faces;
  return (await isInCloth(run, first.landmarks)) ? [...others, first] : faces;
}

async function isInCloth(run: FaceRun, landmarks: FaceLandmarks): Promise<boolean> {
  const model = await loadIfAvailable(run.models, THIRD_OPINION_MODEL_ID, run.options);
  if (model === undefined) return false;
  const { x, y, width, height } = landmarkBox(landmarks);
  const square: Square = {
    centre: [x + width / 2, y + height / 2],
    sidePx: Math.max(width, height) * MARGIN,
    angleRad: eyeLineAngle(landmarks),
  };
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const { logits } = await model.run({ image: { data, dims } }, run.options);
  const shares = classShares(logits.data as Float32Array, ringIn(square, landmarks));
  return shares[CLOTHES] >= PRINT.clothes && shares[HAIR] <= PRINT.hair;
}

function ringIn(square: Square, landmarks: FaceLandmarks): Float32Array {
  const toCrop = invertTransform(squareToPicture(square, INPUT_SIZE_PX));
  const ring = createPlane(INPUT_SIZE_PX, INPUT_SIZE_PX);
  const fill = (scale: number, value: number): void =>
    fillPolygon(
      ring,
      landmarkPolygon(landmarks, FACE_OVAL, scale).map(([px, py]) => applyTransform(toCrop, px, py)),
      value,
    );
  fill(RING.outer, 1);
  fill(RING.inner, 0);
  return ring.data;
}

function classShares(logits: Float32Array, ring: Float32Array): number[] {
  const counts = new Array<number>(CLASSES).fill(0);
  let inside = 0;
  for (let i = 0; i < ring.length; i++) {
    if (ring[i] < 0.5) continue;
    inside++;
    let best = 0;
    for (let label = 1; label < CLASSES; label++)
      if (logits[label * ring.length + i] > logits[best * ring.length + i]) best = label;
    counts[best]++;
  }
  return counts.map((count) => count / Math.max(1, inside));
}
