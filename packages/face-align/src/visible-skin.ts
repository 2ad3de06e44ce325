import {
  CHIN,
  FACE_OVAL,
  FOREHEAD,
  landmarkPoint,
  landmarkPolygon,
  LEFT_BROW,
  RIGHT_BROW,
} from '@avatar/face';
import { createPlane, fillPolygon, type LabImage, type Point } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import { sampleSkin, type SkinColour } from './skin-samples.js';

/**
 * Hue in degrees, and chroma over L + 16 (which exposure does not change), of skin under any light that is not
 * coloured on purpose.
 */
const SKIN = { minHue: 18, maxHue: 82, minChroma: 0.12 };
/** The neck under the chin: half its width, from and to below the chin, in heights of the face. */
const NECK = { half: 0.16, from: 0.1, to: 0.22 };
/** Fewer pixels tell nothing. */
const LEAST_PIXELS = 60;

/**
 * The colour of the skin where it is seen: of the whole face, unless something else covers so much of it that its
 * middle colour is none that skin has; then of the brow or of the neck, whichever is skin.
 *
 * @param bare 1 inside the oval, without eyes, brows and lips
 */
export function visibleSkin(lab: LabImage, bare: Plane, landmarks: FaceLandmarks): SkinColour {
  const whole = sampleSkin(lab, bare);
  if (isSkin(whole)) return whole;
  for (const place of [browOf(bare, landmarks), neckOf(bare, landmarks)]) {
    if (place.data.reduce((sum, value) => sum + value, 0) < LEAST_PIXELS) continue;
    const colour = sampleSkin(lab, place);
    if (isSkin(colour)) return colour;
  }
  return whole;
}

function isSkin({ L, a, b }: SkinColour): boolean {
  const hue = (Math.atan2(b.median, a.median) * 180) / Math.PI;
  const chroma = Math.hypot(a.median, b.median) / (L.median + 16);
  return hue >= SKIN.minHue && hue <= SKIN.maxHue && chroma >= SKIN.minChroma;
}

/** The face above the brows. */
function browOf({ width, height }: Plane, landmarks: FaceLandmarks): Plane {
  const brow = createPlane(width, height);
  fillPolygon(brow, landmarkPolygon(landmarks, FACE_OVAL));
  const tops = [...landmarkPolygon(landmarks, RIGHT_BROW), ...landmarkPolygon(landmarks, LEFT_BROW)];
  const end = Math.floor(Math.min(...tops.map(([, y]) => y)));
  brow.data.fill(0, Math.max(0, end) * width);
  return brow;
}

function neckOf({ width, height }: Plane, landmarks: FaceLandmarks): Plane {
  const neck = createPlane(width, height);
  const [x, chin] = landmarkPoint(landmarks, CHIN);
  const unit = chin - landmarkPoint(landmarks, FOREHEAD)[1];
  const corner = (aside: number, below: number): Point => [x + aside * unit, chin + below * unit];
  fillPolygon(neck, [
    corner(-NECK.half, NECK.from),
    corner(NECK.half, NECK.from),
    corner(NECK.half, NECK.to),
    corner(-NECK.half, NECK.to),
  ]);
  return neck;
}
