import type { DetectedFace } from '@avatar/stage';
import { headHeightPx } from './head.js';
import { boxCentre } from './candidate.js';

/** How much of its weight a face in the picture's corner loses against one of the same size in the middle. */
const CORNER_LOSS = 0.4;

/** How much a face dominates the picture: the square of its size, less towards the picture's border. */
export function dominance(face: DetectedFace, width: number, height: number): number {
  const [x, y] = boxCentre(face.box);
  const offCentre = Math.hypot(x - width / 2, y - height / 2) / Math.hypot(width / 2, height / 2);
  return headHeightPx(face.landmarks) ** 2 * (1 - CORNER_LOSS * Math.min(1, offCentre));
}
