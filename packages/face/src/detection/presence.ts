import type { ModelHub } from '@avatar/models';
import type { FaceLandmarks, RasterImage } from '@avatar/stage';
import { startFaceRun, type FaceOptions } from './face-run.js';
import { landmarkBox } from '../mesh/landmarks.js';
import { MESH_MODEL_ID, meshInSquare, squareAround } from '../mesh/mesh.js';

/** The mesh model says how sure it is of a face. */
export const FACE_PRESENCE_MODEL_ID = MESH_MODEL_ID;

/** How far the face may be from its place, in face widths. */
const MAX_DRIFT = 0.35;

/**
 * How sure the mesh is, in [0, 1], that a face is where it is expected; 0 when what it finds there is somewhere else.
 * Also for pictures that are not photos, such as finished avatars: the detector goes by the head and its hair and
 * believes in a face that was blurred away, and it overlooks coarse pixel art; the mesh does neither.
 *
 * @param expected landmarks of the face, such as those that an avatar was made with
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export async function facePresence(
  image: RasterImage,
  expected: FaceLandmarks,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<number> {
  const run = startFaceRun(image, models, options);
  const { landmarks, presence } = await meshInSquare(run, squareAround(expected));
  const place = landmarkBox(expected);
  const found = landmarkBox(landmarks);
  const drift = Math.hypot(
    found.x + found.width / 2 - place.x - place.width / 2,
    found.y + found.height / 2 - place.y - place.height / 2,
  );
  return drift <= MAX_DRIFT * place.width ? presence : 0;
}
