import { createPlane, smoothstep } from '@avatar/image';
import { CHIN, FOREHEAD, landmarkPoint, LEFT_TEMPLE, NOSE, RIGHT_TEMPLE } from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** Where skin can be, in half faces: an ellipse around the face, and the neck under it. */
const FACE = { wide: 1.25, high: 1.15, full: 0.95, none: 1.3 };
const NECK = { fullAside: 1, noneAside: 1.6, fullBelow: 1.9, noneBelow: 2.6, weight: 0.9 };

/** The face as an upright ellipse. */
interface FaceEllipse {
  readonly centreX: number;
  readonly centreY: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

function faceEllipse(landmarks: FaceLandmarks): FaceEllipse {
  const top = landmarkPoint(landmarks, FOREHEAD)[1];
  const bottom = landmarkPoint(landmarks, CHIN)[1];
  const templeSpan = landmarkPoint(landmarks, LEFT_TEMPLE)[0] - landmarkPoint(landmarks, RIGHT_TEMPLE)[0];
  return {
    centreX: landmarkPoint(landmarks, NOSE)[0],
    centreY: (top + bottom) / 2,
    halfWidth: Math.max(1, Math.abs(templeSpan) / 2),
    halfHeight: Math.max(1, (bottom - top) / 2),
  };
}

/** Borders of the part of the square where the prior is not 0. */
export function skinReach(landmarks: FaceLandmarks) {
  const { centreX, centreY, halfWidth, halfHeight } = faceEllipse(landmarks);
  const aside = Math.max(FACE.wide * FACE.none, NECK.noneAside) * halfWidth;
  return {
    left: centreX - aside,
    right: centreX + aside,
    top: centreY - FACE.high * FACE.none * halfHeight,
    bottom: centreY + Math.max(FACE.high * FACE.none, NECK.noneBelow) * halfHeight,
  };
}

/** How likely skin is at a place of the upright face, before its colour is known. In [0, 1]. */
export function skinPrior(landmarks: FaceLandmarks, width: number, height: number): Plane {
  const { centreX, centreY, halfWidth, halfHeight } = faceEllipse(landmarks);
  const prior = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const v = (y + 0.5 - centreY) / halfHeight;
    const vSquare = (v / FACE.high) ** 2;
    const neckHere = v > 0 ? NECK.weight * smoothstep(NECK.noneBelow, NECK.fullBelow, v) : 0;
    for (let x = 0; x < width; x++, i++) {
      const u = Math.abs(x + 0.5 - centreX) / halfWidth;
      const radius = Math.sqrt((u / FACE.wide) ** 2 + vSquare);
      const face = radius >= FACE.none ? 0 : smoothstep(FACE.none, FACE.full, radius);
      const neck =
        neckHere > 0 && u < NECK.noneAside ? neckHere * smoothstep(NECK.noneAside, NECK.fullAside, u) : 0;
      prior.data[i] = face > neck ? face : neck;
    }
  }
  return prior;
}
