import { detectInSquare } from './blazeface.js';
import type { Candidate } from './candidate.js';
import type { FaceRun } from './face-run.js';
import { suppressOverlaps } from './overlap.js';
import { isWholeInTile, squareOver, tileBoxes } from './tiles.js';

/** Weaker candidates are not looked at. */
export const MIN_CANDIDATE_SCORE = 0.5;
/** Between passes. */
const SAME_FACE_IOU = 0.4;
const SAME_FACE_PART = 0.8;
/** Smaller pictures lose nothing in the full-frame pass. */
const MIN_TILED_SIDE_PX = 320;

/** Faces in the whole picture, as seen when the picture is turned by `turnRad` against the clock. */
export function detectInFrame(run: FaceRun, turnRad: number): Promise<Candidate[]> {
  const { width, height } = run.pyramid;
  const sidePx = Math.max(width, height);
  return detectInSquare(
    run,
    { centre: [width / 2, height / 2], sidePx, angleRad: turnRad },
    MIN_CANDIDATE_SCORE,
  );
}

/** Everything that looks like a face: one pass over the whole picture, and one over each overlapping tile. */
export async function findCandidates(run: FaceRun): Promise<Candidate[]> {
  const { width, height } = run.pyramid;
  const candidates = await detectInFrame(run, 0);
  if (Math.max(width, height) > MIN_TILED_SIDE_PX)
    for (const tile of tileBoxes(width, height)) {
      const found = await detectInSquare(run, squareOver(tile), MIN_CANDIDATE_SCORE);
      candidates.push(...found.filter((candidate) => isWholeInTile(candidate, tile, width, height)));
    }
  return suppressOverlaps(
    candidates,
    ({ overUnion, overSmaller }) => overUnion > SAME_FACE_IOU || overSmaller > SAME_FACE_PART,
  );
}
