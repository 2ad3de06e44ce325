import type { DetectedFace, InputComponent, Photo, Warning } from '@avatar/stage';
import { ADVISED_BELOW } from './input-advice.js';
import { scoreOf, sourceEyeDistancePx } from './input-score.js';
import type { FacePhotometry } from './photometry.js';
import { rounded } from './rounded.js';
import { brightAround } from './surroundings.js';

/** Bounds that no ordinary portrait crosses; see the package's README for how they were found. */
const LIMITS = {
  /** Below this the enlargement of the face hides whether the photo itself is sharp. */
  focusEyeDistancePx: 40,
  /** Of the lights on the face: dark skin in good light is brighter there, whatever its tone. */
  brightLuminance: 85,
  /** Mean of a face in which nothing can be told any more. */
  meanLuminance: 35,
  /** With so much white around it, a face is in the shade up to here. */
  backlitLuminance: 112,
  brightAround: 0.5,
  laplacianVariance: 40,
  directionalDetail: 0.033,
  lightAndFocus: 0.4,
  score: 0.6,
} as const;

/** Far below the bounds of a warning: a photo with noise instead of a face, and one out of any focus. */
const ILLEGIBLE = { brightLuminance: 40, laplacianVariance: 20 };

export const isVeryDark = ({ meanLuminance }: FacePhotometry): boolean =>
  meanLuminance < LIMITS.meanLuminance;
/** Even the lights on the face are dark. */
export const isDim = ({ brightLuminance }: FacePhotometry): boolean =>
  brightLuminance < LIMITS.brightLuminance;

const isFocusKnown = (face: DetectedFace, photo: Photo): boolean =>
  sourceEyeDistancePx(face, photo) >= LIMITS.focusEyeDistancePx;
const isBlurred = ({ laplacianVariance }: FacePhotometry): boolean =>
  laplacianVariance < LIMITS.laplacianVariance;
const isSmeared = ({ directionalDetail }: FacePhotometry): boolean =>
  directionalDetail < LIMITS.directionalDetail;
/**
 * Nothing of the face is left to compare by: it is smeared, or without any detail, where the photo has enough pixels to
 * tell; or all of it is nearly black.
 */
export const isIllegible = (face: DetectedFace, photo: Photo, light: FacePhotometry): boolean =>
  light.brightLuminance < ILLEGIBLE.brightLuminance ||
  (isFocusKnown(face, photo) && (isSmeared(light) || light.laplacianVariance < ILLEGIBLE.laplacianVariance));

/** Light from behind, dark, blurred, smeared, or poor light and focus together; the first that holds. */
export function qualityWarning(
  face: DetectedFace,
  photo: Photo,
  light: FacePhotometry,
  components: readonly InputComponent[],
): Warning[] {
  return [...lightWarning(face, photo, light), ...focusWarning(face, photo, light, components)].slice(0, 1);
}

function lightWarning(face: DetectedFace, photo: Photo, light: FacePhotometry): Warning[] {
  const { brightLuminance } = light;
  if (brightLuminance < LIMITS.backlitLuminance && brightAround(face, photo) >= LIMITS.brightAround) {
    const message =
      'The light comes from behind and leaves the face dark. Turn towards the window or the lamp.';
    return [{ code: 'backlit', message, measured: brightLuminance, threshold: LIMITS.backlitLuminance }];
  }
  const code = 'low-quality';
  const message = 'The face is very dark. Use a photo with light on the face.';
  if (isVeryDark(light))
    return [{ code, message, measured: rounded(light.meanLuminance, 1), threshold: LIMITS.meanLuminance }];
  if (!isDim(light)) return [];
  return [{ code, message, measured: brightLuminance, threshold: LIMITS.brightLuminance }];
}

function focusWarning(
  face: DetectedFace,
  photo: Photo,
  light: FacePhotometry,
  components: readonly InputComponent[],
): Warning[] {
  const code = 'low-quality';
  const focusKnown = isFocusKnown(face, photo);
  if (focusKnown && isBlurred(light)) {
    const message = 'The face is blurred. Use a photo that is in focus.';
    return [
      { code, message, measured: rounded(light.laplacianVariance, 1), threshold: LIMITS.laplacianVariance },
    ];
  }
  if (focusKnown && isSmeared(light)) {
    const message =
      'The face is blurred, as by a movement. Use a photo that was taken with a still hand and enough light.';
    return [
      { code, message, measured: rounded(light.directionalDetail, 4), threshold: LIMITS.directionalDetail },
    ];
  }
  const lightAndFocus = lightAndFocusScore(components, focusKnown);
  if (lightAndFocus >= LIMITS.lightAndFocus) return [];
  const message = 'Light and focus of the photo are poor. Use a sharper photo with even light on the face.';
  return [{ code, message, measured: rounded(lightAndFocus, 3), threshold: LIMITS.lightAndFocus }];
}

/** No photo is worth little without a word about it: what lowers the score most is said where nothing else was. */
export function scoreWarning(
  score: number,
  components: readonly InputComponent[],
  warnings: readonly Warning[],
): Warning[] {
  const explained = warnings.some(({ code }) => code !== 'multiple-faces');
  if (score >= LIMITS.score || explained) return [];
  const lost = ({ score: part = 1, weight }: InputComponent) => weight * -Math.log(Math.max(part, 0.05));
  const [first] = components
    .filter(({ score: part = 1, advice }) => part < ADVISED_BELOW && advice)
    .sort((a, b) => lost(b) - lost(a));
  if (first === undefined) return [];
  const message = `The photo is only just good enough. ${first.advice ?? ''}`;
  return [{ code: 'low-quality', message, measured: rounded(score, 3), threshold: LIMITS.score }];
}

/** Geometric mean of what light and focus give, in [0, 1]. */
function lightAndFocusScore(components: readonly InputComponent[], focusKnown: boolean): number {
  let product = focusKnown ? scoreOf(components, 'sharpness') : 1;
  for (const name of ['exposure', 'contrast', 'evenness'] as const) product *= scoreOf(components, name);
  return product ** (1 / 4);
}
