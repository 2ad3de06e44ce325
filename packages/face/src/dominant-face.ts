import { AvatarError, type DetectedFace, type Faces, type Warning } from '@avatar/stage';

const NO_FACE = 'No face was found. Use a photo that shows one person from the front.';
const FACE_NOT_CLEAR =
  'No face can be seen clearly enough. Use a photo of one person who faces the camera with nothing in front of the face.';

/**
 * The face that a run is about.
 *
 * @throws AvatarError `input-rejected` with the reason `no-face`, or `face-not-clear` if something looked like one
 */
export function dominantFace(faces: Faces): DetectedFace {
  const [dominant] = faces.faces;
  if (dominant === undefined) throw missingFace(faces);
  return dominant;
}

/** The refusal of a photo without a usable face: what `dominantFace` throws. */
export const missingFace = ({ unclear }: Faces): AvatarError =>
  unclear > 0
    ? AvatarError.rejected('face-not-clear', FACE_NOT_CLEAR, { facts: { unclear } })
    : AvatarError.rejected('no-face', NO_FACE);

/** The same as a warning, for whoever reports a photo and refuses none. */
export function missingFaceWarning({ unclear }: Faces): Warning {
  return unclear > 0
    ? { code: 'face-not-clear', message: FACE_NOT_CLEAR, measured: unclear }
    : { code: 'no-face', message: NO_FACE };
}
