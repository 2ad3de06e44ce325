import { boxCentre } from './candidate.js';
import type { FaceCandidate } from './face-detector.js';
import type { FaceRun } from './face-run.js';
import type { MeshResult } from '../mesh/mesh.js';
import { eyeLineAngle, headPose } from '../mesh/pose.js';
import { secondOpinion } from './second-opinion.js';
import { isCoveredBelow } from './recognise-doubt.js';
import { backgroundInFace, faceParts, shareOfFace, type FaceParts } from './third-opinion.js';

/** Below this the mesh says that there is no face. */
const MIN_PRESENCE = 0.5;
/** From here on (log-odds 12) the mesh alone is enough: no animal or object came near it. */
const CERTAIN_PRESENCE = 1 - 6e-6;
/**
 * Behind a mask the mesh is this sure at least, if both other networks are: the one sees a face, the other skin over
 * cloth. Of 40 pictures of masked people it was below 0.7 in none, of 12 of a veil at 0.58 and less.
 */
const MIN_MASKED_PRESENCE = 0.01;
const MIN_MASKED_OPINION = 0.7;
/**
 * Of a full profile the mesh sees half of what it goes by: both others must be sure, and it must have found a profile.
 */
const PROFILE = { presence: 0.2, yawRad: (40 * Math.PI) / 180, opinion: 0.75, skin: 0.75, background: 0.01 };
const MIN_SECOND_OPINION = 0.5;
const MAX_BACKGROUND = 0.05;

/**
 * Whether a candidate is a face. The detector proposes, the mesh must agree, and unless it is certain two more
 * networks have to agree too: a detector of another kind, and one that knows the parts of people. Animals pass the
 * first two, and monkeys three. A mask hides half of what the mesh goes by: there the two others are enough.
 */
export async function isFace(
  run: FaceRun,
  { box }: Pick<FaceCandidate, 'box'>,
  mesh: MeshResult,
): Promise<boolean> {
  if (mesh.presence < MIN_MASKED_PRESENCE) return false;
  if (mesh.presence >= CERTAIN_PRESENCE) return true;
  const opinion = await opinionOf(run, { box }, mesh);
  if (mesh.presence < MIN_PRESENCE) {
    if (opinion < Math.min(MIN_MASKED_OPINION, PROFILE.opinion)) return false;
    const parts = await faceParts(run, mesh.landmarks);
    return isMasked(parts) || (opinion >= PROFILE.opinion && isProfile(mesh, parts));
  }
  return opinion >= MIN_SECOND_OPINION && (await backgroundInFace(run, mesh.landmarks)) <= MAX_BACKGROUND;
}

const isMasked = (parts: FaceParts | undefined): boolean =>
  parts !== undefined && isCoveredBelow(parts) && shareOfFace(parts, 'background') <= MAX_BACKGROUND;

const isProfile = ({ presence, landmarks }: MeshResult, parts: FaceParts | undefined): boolean =>
  presence >= PROFILE.presence &&
  Math.abs(headPose(landmarks).yawRad) >= PROFILE.yawRad &&
  parts !== undefined &&
  shareOfFace(parts, 'face') >= PROFILE.skin &&
  shareOfFace(parts, 'background') <= PROFILE.background;

function opinionOf(
  run: FaceRun,
  { box }: Pick<FaceCandidate, 'box'>,
  { landmarks }: MeshResult,
): Promise<number> {
  return secondOpinion(run, boxCentre(box), Math.max(box.width, box.height), eyeLineAngle(landmarks));
}

/** From here on one mesh lies on its side as seen from the other. */
const OTHER_TURN_RAD = Math.PI / 3;

/**
 * Whether a mesh that stands upside down or on its side against another is the worse one, as the other detector sees
 * it: an upturned mask is a forehead to the mesh, and the forehead a chin.
 */
export async function isWronglyTurned(
  run: FaceRun,
  candidate: Pick<FaceCandidate, 'box'>,
  mesh: MeshResult,
  other: MeshResult,
): Promise<boolean> {
  const turn = eyeLineAngle(mesh.landmarks) - eyeLineAngle(other.landmarks);
  if (Math.cos(turn) > Math.cos(OTHER_TURN_RAD)) return false;
  return (await opinionOf(run, candidate, other)) > (await opinionOf(run, candidate, mesh));
}
