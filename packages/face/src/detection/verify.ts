import { boxCentre, type Candidate } from './candidate.js';
import type { FaceRun } from './face-run.js';
import type { MeshResult } from '../mesh/mesh.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { secondOpinion } from './second-opinion.js';
import { isCoveredBelow } from './recognise-doubt.js';
import { backgroundInFace, faceParts, shareOfFace, type FaceParts } from './third-opinion.js';

/** Below this the mesh says that there is no face. */
const MIN_PRESENCE = 0.5;
/** From here on (log-odds 12) the mesh alone is enough: no animal or object came near it. */
const CERTAIN_PRESENCE = 1 - 6e-6;
/**
 * Behind a mask the mesh is this sure at least, if both other networks are: the one sees a face, the other skin over
 * cloth.
 */
const MIN_MASKED_PRESENCE = 0.05;
const MIN_MASKED_OPINION = 0.9;
const MIN_SECOND_OPINION = 0.5;
const MAX_BACKGROUND = 0.05;

/**
 * Whether a candidate is a face. The detector proposes, the mesh must agree, and unless it is certain two more
 * networks have to agree too: a detector of another kind, and one that knows the parts of people. Animals pass the
 * first two, and monkeys three. A mask hides half of what the mesh goes by: there the two others are enough.
 */
export async function isFace(run: FaceRun, { box }: Candidate, mesh: MeshResult): Promise<boolean> {
  if (mesh.presence < MIN_MASKED_PRESENCE) return false;
  if (mesh.presence >= CERTAIN_PRESENCE) return true;
  const sidePx = Math.max(box.width, box.height);
  const opinion = await secondOpinion(run, boxCentre(box), sidePx, eyeLineAngle(mesh.landmarks));
  if (mesh.presence < MIN_PRESENCE)
    return opinion >= MIN_MASKED_OPINION && isMasked(await faceParts(run, mesh.landmarks));
  return opinion >= MIN_SECOND_OPINION && (await backgroundInFace(run, mesh.landmarks)) <= MAX_BACKGROUND;
}

const isMasked = (parts: FaceParts | undefined): boolean =>
  parts !== undefined && isCoveredBelow(parts) && shareOfFace(parts, 'background') <= MAX_BACKGROUND;
