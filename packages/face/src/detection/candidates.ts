import { detectInSquare } from './detect-in-square.js';
import type { FaceCandidate } from './face-detector.js';
import type { DetectionRun } from './detection-run.js';
import type { FaceRun } from './face-run.js';
import { suppressOverlaps } from './overlap.js';
import { isWholeInTile, squareOver, tileBoxes } from './tiles.js';

/** Weaker candidates are not looked at. */
const MIN_CANDIDATE_SCORE = 0.5;
/** Between passes. */
const SAME_FACE_IOU = 0.4;
const SAME_FACE_PART = 0.8;
/** Smaller pictures lose nothing in the full-frame pass. */
const MIN_TILED_SIDE_PX = 320;
/**
 * Share of the longer side. Of 123 photos the tiles found a further face only where the largest one was below 0.11,
 * and the whole picture shows faces down to 0.04.
 */
const LARGE_FACE = 0.18;

/** Faces in the whole picture, as seen when the picture is turned by `turnRad` against the clock. */
export function detectInFrame(run: DetectionRun, turnRad: number): Promise<FaceCandidate[]> {
  const { width, height } = run.pyramid;
  const sidePx = Math.max(width, height);
  return detectInSquare(
    run,
    { centre: [width / 2, height / 2], sidePx, angleRad: turnRad },
    MIN_CANDIDATE_SCORE,
  );
}

/** One pass over each overlapping tile, beside what the whole picture showed. Small pictures have no tiles. */
export async function detectInTiles(
  run: DetectionRun,
  inFrame: readonly FaceCandidate[],
): Promise<FaceCandidate[]> {
  const { width, height } = run.pyramid;
  const candidates = [...inFrame];
  if (Math.max(width, height) > MIN_TILED_SIDE_PX)
    for (const tile of tileBoxes(width, height)) {
      const found = await detectInSquare(run, squareOver(tile), MIN_CANDIDATE_SCORE);
      candidates.push(...found.filter((candidate) => isWholeInTile(candidate, tile, width, height)));
    }
  return distinct(candidates);
}

/** Of candidates at the same place only the best. */
export const distinct = (candidates: readonly FaceCandidate[]): FaceCandidate[] =>
  suppressOverlaps(
    candidates,
    ({ overUnion, overSmaller }) => overUnion > SAME_FACE_IOU || overSmaller > SAME_FACE_PART,
  );

/** Whether a face is so large in the picture that the tiles could add only far bystanders. */
export const isLarge = ({ box }: FaceCandidate, { pyramid }: FaceRun): boolean =>
  box.width >= LARGE_FACE * Math.max(pyramid.width, pyramid.height);
