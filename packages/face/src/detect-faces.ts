import type { ModelHub } from '@avatar/models';
import type { DetectedFace, Faces, RasterImage } from '@avatar/stage';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import { dominance } from './dominance.js';
import { startFaceRun, type FaceOptions, type FaceRun } from './face-run.js';
import { faceCoverage } from './head.js';
import { landmarkBox } from './landmarks.js';
import { refineMesh, REFINEMENTS, type MeshResult } from './mesh.js';
import {
  isBeyondDoubt,
  nearestQuarter,
  tryAllTurns,
  tryKnownTurn,
  tryOwnTurn,
  type Trial,
} from './orientation.js';
import { boxOverlap } from './overlap.js';
import { eyeLineAngle, headPose } from './pose.js';
import { isFace } from './verify.js';

/** Two candidates whose meshes lie this much on each other are one face. */
const SAME_FACE_IOU = 0.4;

function describeFace(run: FaceRun, candidate: Candidate, mesh: MeshResult): DetectedFace {
  const { width, height } = run.pyramid;
  const { landmarks, presence } = mesh;
  return {
    box: landmarkBox(landmarks),
    score: candidate.score,
    presence,
    landmarks,
    pose: headPose(landmarks),
    coverage: faceCoverage(landmarks, width, height),
  };
}

interface Tried {
  readonly candidate: Candidate;
  readonly trial: Trial;
}

/** The largest face whose turn is beyond doubt tells how the picture is turned. */
function pictureTurn(tried: readonly Tried[]): number | undefined {
  const sure = tried.filter(({ trial }) => isBeyondDoubt(trial));
  if (sure.length === 0) return undefined;
  const largest = sure.reduce((a, b) => (b.candidate.box.width > a.candidate.box.width ? b : a));
  return nearestQuarter(eyeLineAngle(largest.trial.mesh.landmarks));
}

/** Gives every candidate its most believable turn. */
async function turnCandidates(run: FaceRun, candidates: readonly Candidate[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const candidate of candidates) tried.push({ candidate, trial: await tryOwnTurn(run, candidate) });
  // The best candidates come first: what they learn about the picture spares the others the full search.
  for (let i = 0; i < tried.length; i++) {
    const { candidate, trial } = tried[i];
    if (isBeyondDoubt(trial)) continue;
    const turn = pictureTurn(tried);
    const settled =
      turn === undefined
        ? await tryAllTurns(run, candidate, trial)
        : await tryKnownTurn(run, candidate, trial, turn);
    tried[i] = { candidate, trial: settled };
  }
  return tried;
}

/**
 * All faces of a picture, whatever their turn, the dominant one first: the largest, and of about equal ones that nearer
 * to the middle.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason when it is aborted
 */
export async function detectFaces(
  image: RasterImage,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<Faces> {
  const run = startFaceRun(image, models, options);
  const faces: DetectedFace[] = [];
  let unclear = 0;
  for (const { candidate, trial } of await turnCandidates(run, await findCandidates(run))) {
    const mesh = await refineMesh(run, trial.mesh, REFINEMENTS - 1);
    if (!(await isFace(run, candidate, mesh))) {
      unclear++;
      continue;
    }
    const face = describeFace(run, candidate, mesh);
    const isKnown = faces.some(({ box }) => boxOverlap(box, face.box).overUnion > SAME_FACE_IOU);
    if (!isKnown) faces.push(face);
  }
  const weight = (face: DetectedFace) => dominance(face, image.width, image.height);
  return { faces: faces.sort((a, b) => weight(b) - weight(a)), unclear };
}
