import type { ModelHub } from '@avatar/models';
import type { DetectedFace, Faces, RasterImage } from '@avatar/stage';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import { dominance } from './dominance.js';
import { startFaceRun, type FaceOptions, type FaceRun } from './face-run.js';
import { faceCoverage } from './head.js';
import { landmarkBox } from './landmarks.js';
import { refineMesh, REFINEMENTS, type MeshResult } from './mesh.js';
import { meshAtBestTurn } from './orientation.js';
import { boxOverlap } from './overlap.js';
import { headPose } from './pose.js';
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
  for (const candidate of await findCandidates(run)) {
    const mesh = await refineMesh(run, await meshAtBestTurn(run, candidate), REFINEMENTS - 1);
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
