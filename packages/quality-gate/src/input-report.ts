import { missingFaceWarning } from '@avatar/face';
import type { Faces, InputReport, Photo, Warning } from '@avatar/stage';
import { coveredMouthWarning, hiddenEyesWarning } from './cover-warnings.js';
import { doubtsAmong } from './doubts.js';
import { cutFaceChip } from './face-chip.js';
import { headCutWarning } from './head-cut.js';
import { faceComponents, inputScore, pictureComponents, UNMEASURED_COMPONENTS } from './input-score.js';
import {
  cutWarning,
  multipleFacesWarning,
  poseWarning,
  smallFaceWarning,
  unsureWarning,
} from './face-warnings.js';
import { textWarning } from './lettering/text-warning.js';
import { DEFAULT_MIN_COVERAGE } from './options.js';
import { measureFace } from './photometry.js';
import { qualityWarning, scoreWarning } from './light-and-focus-warnings.js';

/**
 * Judges a photo by its dominant face and refuses nothing; a photo without a face has the score 0.
 *
 * @param minCoverage least share of the photo that the head should cover, in [0, 1]; default 0.15
 */
export async function reportInput(
  photo: Photo,
  faces: Faces,
  minCoverage = DEFAULT_MIN_COVERAGE,
): Promise<InputReport> {
  const [face] = faces.faces;
  const picture = pictureComponents(photo, faces);
  if (face === undefined)
    return { score: 0, components: picture, warnings: [missingFaceWarning(faces)], doubts: [] };
  const light = measureFace(await cutFaceChip(photo.image, face.landmarks));
  const components = [
    ...picture,
    ...faceComponents(face, photo, light, minCoverage),
    ...UNMEASURED_COMPONENTS,
  ];
  const cut = cutWarning(face, photo);
  const pose = poseWarning(face);
  const covered = [...hiddenEyesWarning(light), ...coveredMouthWarning(light)];
  const warnings: Warning[] = [
    ...multipleFacesWarning(faces),
    ...smallFaceWarning(face, photo, minCoverage),
    ...pose,
    ...(cut.length > 0 ? cut : headCutWarning(face, photo)),
    ...(pose.length + covered.length > 0 ? covered : unsureWarning(face)),
    ...(await textWarning(face, photo)),
    ...qualityWarning(face, photo, light, components),
  ];
  const score = inputScore(components);
  warnings.push(...scoreWarning(score, components, warnings));
  return { score, components, warnings, doubts: doubtsAmong(warnings, { face, photo, light }) };
}
