import { landmarkPolygon } from '@avatar/face';
import { createPlane, enlarge, fillPolygon, gaussianBlur, shrink, type Point } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** Mesh outlines between the lower lid and the cheek bone, of the subject's right and left eye. */
const UNDER_EYES = [
  [130, 25, 110, 24, 23, 22, 26, 112, 243, 244, 128, 121, 120, 119, 118, 117, 111, 226],
  [359, 255, 339, 254, 253, 252, 256, 341, 463, 464, 357, 350, 349, 348, 347, 346, 340, 446],
] as const;
const SHRINK = 4;
/** Most that the shadows under the eyes may be lifted. */
const UNDER_EYE_LIMIT = 0.1;

/** By how much a place under the eyes is lifted at full strength: by its own shadow, in luma, within the limit. */
export const underEyeLift = (shadow: number): number => (shadow < UNDER_EYE_LIMIT ? shadow : UNDER_EYE_LIMIT);

/** Soft mask of the skin under the eyes, in [0, 1]. */
export function underEyeMask(landmarks: FaceLandmarks, skin: Plane, headUnit: number): Plane {
  const smallSkin = shrink(skin, SHRINK);
  const mask = createPlane(smallSkin.width, smallSkin.height);
  for (const outline of UNDER_EYES) {
    const polygon = landmarkPolygon(landmarks, outline);
    fillPolygon(
      mask,
      polygon.map(([x, y]): Point => [x / SHRINK, y / SHRINK]),
    );
  }
  const soft = gaussianBlur(mask, Math.max(0.7, 1.5 * headUnit));
  for (let i = 0; i < soft.data.length; i++) soft.data[i] *= smallSkin.data[i];
  return enlarge(soft, skin.width, skin.height);
}
