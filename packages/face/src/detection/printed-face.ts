import type { DetectedFace, FaceLandmarks } from '@avatar/stage';
import type { FaceRun } from './face-run.js';
import { headHeightPx } from '../mesh/head.js';
import { eyeMidpoint } from '../mesh/landmarks.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { partsAroundFace } from '../parts/parts-around-face.js';
import { likeliestPart } from '../parts/person-parts.js';

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
  const around = await partsAroundFace(run, landmarks);
  if (around === undefined) return false;
  const outer = around.inOval(RING.outer);
  const inner = around.inOval(RING.inner);
  let inRing = 0;
  const counts = { clothes: 0, hair: 0 };
  for (let i = 0; i < outer.length; i++) {
    if (outer[i] - inner[i] < 0.5) continue;
    inRing++;
    const part = likeliestPart(around.logits, i);
    if (part === 'clothes' || part === 'hair') counts[part]++;
  }
  return counts.clothes >= PRINT.clothes * inRing && counts.hair <= PRINT.hair * inRing;
}
