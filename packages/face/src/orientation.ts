import { boxCentre, type Candidate } from './candidate.js';
import { detectInSquare, distance, keypointAngle } from './blazeface.js';
import type { FaceRun } from './face-run.js';
import { MESH_MARGIN, meshInSquare, type MeshResult } from './mesh.js';
import type { Square } from './square-crop.js';

/** Side of the square that is searched again, over the candidate's box. */
const SEARCH_MARGIN = 2.4;
const MIN_SCORE = 0.2;
/** How far from the candidate, in box sides, the face found again may lie. */
const MAX_DRIFT = 0.5;

/** The mesh's first pass on a candidate whose points are believed. */
export function meshOnCandidate(run: FaceRun, { box, keypoints }: Candidate): Promise<MeshResult> {
  const sidePx = Math.max(box.width, box.height) * MESH_MARGIN;
  return meshInSquare(run, { centre: boxCentre(box), sidePx, angleRad: keypointAngle(keypoints) });
}

/** The candidate again, as the detector sees it when the picture is turned. */
async function detectTurned(
  run: FaceRun,
  candidate: Candidate,
  angleRad: number,
): Promise<Candidate | undefined> {
  const centre = boxCentre(candidate.box);
  const side = Math.max(candidate.box.width, candidate.box.height);
  const square: Square = { centre, sidePx: side * SEARCH_MARGIN, angleRad };
  const found = await detectInSquare(run, square, MIN_SCORE);
  return found.find(({ box }) => distance(boxCentre(box), centre) < MAX_DRIFT * side);
}

/**
 * The mesh on a face that may be turned by any angle. BlazeFace answers a sideways or upside-down face as if it were
 * upright, so the face is looked at in four turns a right angle apart, and the turn that the mesh believes most is kept.
 */
export async function meshAtBestTurn(run: FaceRun, candidate: Candidate): Promise<MeshResult> {
  let best = await meshOnCandidate(run, candidate);
  for (let quarter = 0; quarter < 4; quarter++) {
    const turned = await detectTurned(run, candidate, (quarter * Math.PI) / 2);
    if (turned === undefined) continue;
    const result = await meshOnCandidate(run, turned);
    if (result.presence > best.presence) best = result;
  }
  return best;
}
