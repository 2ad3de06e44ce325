import type { Warning } from '@avatar/stage';
import type { FacePhotometry } from './photometry.js';
import { isVeryDark } from './light-and-focus-warnings.js';
import { rounded } from './rounded.js';

/** Bounds that no ordinary portrait crosses; see the package's README for how they were found. */
const LIMITS = {
  underEyeToCheek: 0.62,
  /** The sun from above shades eyes down to here; what is darker is glass, whatever its colour. */
  shadedEyeToCheek: 0.42,
  underEyeTint: 6,
  lensGlare: 0.34,
  mouthGap: 0.1,
  mouthRange: 30,
  lipRedness: 2,
  lipEdges: 40,
  lowerFaceShift: 20,
} as const;

const code = 'occluded';

/** Dark glasses, or reflections on glasses; the first that holds. */
export function hiddenEyesWarning(light: FacePhotometry): Warning[] {
  if (isBehindDarkGlass(light)) {
    const message = 'The eyes seem to be behind dark glasses. Use a photo without them.';
    return [
      { code, message, measured: rounded(light.underEyeToCheek, 3), threshold: LIMITS.underEyeToCheek },
    ];
  }
  if (light.lensGlare < LIMITS.lensGlare) return [];
  const message =
    'Reflections on the glasses hide the eyes. Tilt the head or the light a little, or use a photo without glasses.';
  return [{ code, message, measured: rounded(light.lensGlare, 2), threshold: LIMITS.lensGlare }];
}

/** Cloth, or anything else that is not skin, over the mouth. */
export function coveredMouthWarning(light: FacePhotometry): Warning[] {
  // In the dark nothing has edges, which is said elsewhere.
  if (light.lipRedness >= LIMITS.lipRedness || showsTeeth(light) || isVeryDark(light)) return [];
  const message = 'The mouth seems to be covered. Use a photo that shows the whole face.';
  if (light.lowerFaceShift > LIMITS.lowerFaceShift)
    return [{ code, message, measured: rounded(light.lowerFaceShift, 1), threshold: LIMITS.lowerFaceShift }];
  if (light.lipEdges >= LIMITS.lipEdges) return [];
  return [{ code, message, measured: rounded(light.lipEdges, 1), threshold: LIMITS.lipEdges }];
}

function isBehindDarkGlass({ underEyeToCheek, underEyeTint }: FacePhotometry): boolean {
  if (underEyeToCheek >= LIMITS.underEyeToCheek) return false;
  return underEyeToCheek < LIMITS.shadedEyeToCheek || underEyeTint > LIMITS.underEyeTint;
}

/** An open mouth with light and dark in it is seen, whatever colour the light gives to skin and lips. */
const showsTeeth = ({ mouthGap, mouthRange }: FacePhotometry): boolean =>
  mouthGap >= LIMITS.mouthGap && mouthRange >= LIMITS.mouthRange;
