import { boxCentre, type Candidate } from './candidate.js';
import type { FaceRun } from './face-run.js';
import type { MeshResult } from './mesh.js';
import { eyeLineAngle } from './pose.js';
import { secondOpinion } from './second-opinion.js';

/** Below this the mesh says that there is no face. */
const MIN_PRESENCE = 0.5;
/** From here on (log-odds 12) the mesh alone is enough: no animal or object came near it. */
const CERTAIN_PRESENCE = 1 - 6e-6;
const MIN_SECOND_OPINION = 0.5;

/**
 * Whether a candidate is a face. The detector proposes, the mesh must agree, and unless it is certain a third network
 * has to agree too: animals pass the first two.
 */
export async function isFace(run: FaceRun, { box }: Candidate, mesh: MeshResult): Promise<boolean> {
  if (mesh.presence < MIN_PRESENCE) return false;
  if (mesh.presence >= CERTAIN_PRESENCE) return true;
  const sidePx = Math.max(box.width, box.height);
  const opinion = await secondOpinion(run, boxCentre(box), sidePx, eyeLineAngle(mesh.landmarks));
  return opinion >= MIN_SECOND_OPINION;
}
