import { AvatarError, type DetectedFace, type Faces, type Warning } from '@avatar/stage';

const NO_FACE = 'No face was found. Use a photo that shows one person from the front.';
const FACE_NOT_CLEAR =
  'No face can be seen clearly enough. Use a photo of one person who faces the camera with nothing in front of the face.';
/** What was seen, before what would help: nobody is told to take off what they wear. */
const SEEN: Readonly<Record<NonNullable<Faces['unclearAs']>, string>> = {
  covered:
    'The face is covered below the eyes, as by a veil, a scarf or a mask. The avatar is compared with the face in the photo, for which nose and mouth have to be seen; if you have such a photo, use that one.',
  drawing: 'This is a drawing. Avatars are made of photos: use a photo of one person who faces the camera.',
};

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
export const missingFace = ({ unclear, unclearAs }: Faces): AvatarError =>
  unclear > 0
    ? AvatarError.rejected('face-not-clear', notClear(unclearAs), {
        facts: { unclear, ...(unclearAs === undefined ? {} : { seen: unclearAs }) },
      })
    : AvatarError.rejected('no-face', NO_FACE);

/** The same as a warning, for whoever reports a photo and refuses none. */
export function missingFaceWarning({ unclear, unclearAs }: Faces): Warning {
  return unclear > 0
    ? { code: 'face-not-clear', message: notClear(unclearAs), measured: unclear }
    : { code: 'no-face', message: NO_FACE };
}

const notClear = (seen: Faces['unclearAs']): string => (seen === undefined ? FACE_NOT_CLEAR : SEEN[seen]);
