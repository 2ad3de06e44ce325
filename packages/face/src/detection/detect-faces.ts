import { turnedToPicture, turnRaster } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { DetectedFace, Faces, RasterImage } from '@avatar/stage';
import { BLAZE_MODEL_ID, blazeFace } from './blazeface.js';
import { dominance } from './dominance.js';
import type { FaceDetector } from './face-detector.js';
import { startFaceRun, type FaceOptions } from './face-run.js';
import { findFaces, type FoundFace } from './find-faces.js';
import { faceCoverage } from '../mesh/head.js';
import { withoutPrintFirst } from './printed-face.js';
import { landmarkBox, transformLandmarks } from '../mesh/landmarks.js';
import { headPose } from '../mesh/pose.js';
import { MESH_MODEL_ID } from '../mesh/mesh.js';
import { SECOND_OPINION_MODEL_ID } from './second-opinion.js';
import { PERSON_PARTS_MODEL_ID } from '../parts/person-parts.js';

/** What looks at candidates, whoever proposed them: the last two only where one is doubtful. */
const VERIFICATION_MODEL_IDS = [MESH_MODEL_ID, SECOND_OPINION_MODEL_ID, PERSON_PARTS_MODEL_ID];

/** Every model that finding faces may run: the last two only where a candidate is doubtful. */
export const FACE_DETECTION_MODEL_IDS: readonly string[] = [BLAZE_MODEL_ID, ...VERIFICATION_MODEL_IDS];

/** The same with a detector of one's own. */
export const faceDetectionModelIds = (detector?: Pick<FaceDetector, 'modelIds'>): readonly string[] =>
  detector ? [...detector.modelIds, ...VERIFICATION_MODEL_IDS] : FACE_DETECTION_MODEL_IDS;

export interface DetectFacesOptions extends FaceOptions {
  /** Proposes candidates. Default: `blazeFace(models)`. */
  readonly detector?: FaceDetector | undefined;
}

function describeFace({ score, mesh }: FoundFace, { width, height }: RasterImage): DetectedFace {
  const { landmarks, presence } = mesh;
  return {
    box: landmarkBox(landmarks),
    score,
    presence,
    landmarks,
    pose: headPose(landmarks),
    coverage: faceCoverage(landmarks, width, height),
  };
}

/**
 * All faces of a picture, whatever their turn, the dominant one first: by area, less towards the picture's border; a
 * face printed on somebody's clothes is the last. A picture that lies on its side or on its head is turned upright
 * for the search; the coordinates are always those of `image`.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason when it is aborted
 */
export async function detectFaces(
  image: RasterImage,
  models: ModelHub,
  { detector = blazeFace(models), ...options }: DetectFacesOptions = {},
): Promise<Faces> {
  const start = (picture: RasterImage) => ({ ...startFaceRun(picture, models, options), detector });
  const run = start(image);
  let search = await findFaces(run);
  if (search.turnsToUpright !== 0) {
    const turns = search.turnsToUpright;
    search = await findFaces(start(turnRaster(image, turns)), { isTurned: true });
    const back = turnedToPicture(image.width, image.height, turns);
    search.found = search.found.map(({ score, mesh }) => ({
      score,
      mesh: { ...mesh, landmarks: transformLandmarks(mesh.landmarks, back) },
    }));
  }
  const faces = search.found.map((found) => describeFace(found, image));
  const weight = (face: DetectedFace) => dominance(face, image.width, image.height);
  const { unclear, unclearAs } = search;
  const sorted = faces.sort((a, b) => weight(b) - weight(a));
  return {
    faces: await withoutPrintFirst(run, sorted),
    unclear,
    ...(unclearAs === undefined ? {} : { unclearAs }),
  };
}
