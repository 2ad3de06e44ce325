import type { DetectedFace } from '@avatar/stage';
import { boxCentre } from './candidate.js';
import { headHeightPx } from '../mesh/head.js';

/** How much of its weight a face in the picture's corner loses against one of the same size in the middle. */
const CORNER_LOSS = 0.6;

/** Share of the face's box that is inside the picture. */
function visibleShare({ box }: DetectedFace, width: number, height: number): number {
  const across = Math.min(box.x + box.width, width) - Math.max(box.x, 0);
  const down = Math.min(box.y + box.height, height) - Math.max(box.y, 0);
  return (Math.max(0, across) * Math.max(0, down)) / (box.width * box.height);
}

/**
 * How much a face dominates the picture: the square of its size, less towards the picture's border, and less again when
 * the border cuts it.
 */
export function dominance(face: DetectedFace, width: number, height: number): number {
  const [x, y] = boxCentre(face.box);
  const offCentre = Math.hypot(x - width / 2, y - height / 2) / Math.hypot(width / 2, height / 2);
  const place = 1 - CORNER_LOSS * Math.min(1, offCentre);
  return headHeightPx(face.landmarks) ** 2 * place * visibleShare(face, width, height) ** 2;
}
