import { createPlane, fillPolygon, gaussianBlur } from '@avatar/image';
import {
  FACE_OVAL,
  INNER_LIPS,
  landmarkPolygon,
  LEFT_BROW,
  LEFT_EYE,
  OUTER_LIPS,
  RIGHT_BROW,
  RIGHT_EYE,
} from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';

interface Part {
  readonly indices: readonly number[];
  /** About the part's own middle. */
  readonly scale: number;
}

const EYES: readonly Part[] = [RIGHT_EYE, LEFT_EYE].map((indices) => ({ indices, scale: 1.05 }));
/** Not skin: with a margin for lashes and for the mesh's own error. */
const FEATURES: readonly Part[] = [
  { indices: RIGHT_EYE, scale: 1.25 },
  { indices: LEFT_EYE, scale: 1.25 },
  { indices: RIGHT_BROW, scale: 1.1 },
  { indices: LEFT_BROW, scale: 1.1 },
  { indices: OUTER_LIPS, scale: 1.05 },
];

function fill(landmarks: FaceLandmarks, sizePx: number, parts: readonly Part[]): Plane {
  const plane = createPlane(sizePx, sizePx);
  for (const { indices, scale } of parts) fillPolygon(plane, landmarkPolygon(landmarks, indices, scale));
  return plane;
}

/** Masks drawn from the mesh alone, at the landmarks' own scale. */
export interface FaceOutlines {
  readonly oval: Plane;
  readonly features: Plane;
  readonly eyes: Plane;
  readonly lips: Plane;
  readonly teeth: Plane;
  /** Hard: 1 where the oval shows no feature. */
  readonly bare: Plane;
}

/** @param pixel length in pixels of this picture of one pixel at 800 px full size */
export function drawOutlines(
  landmarks: FaceLandmarks,
  sizePx: number,
  headHeightPx: number,
  pixel: number,
): FaceOutlines {
  const oval = fill(landmarks, sizePx, [{ indices: FACE_OVAL, scale: 1 }]);
  const features = fill(landmarks, sizePx, FEATURES);
  const bare = createPlane(sizePx, sizePx);
  for (let i = 0; i < bare.data.length; i++)
    bare.data[i] = oval.data[i] > 0 && features.data[i] === 0 ? 1 : 0;
  return {
    bare,
    oval: gaussianBlur(oval, headHeightPx * 0.012),
    features: gaussianBlur(features, headHeightPx * 0.008),
    eyes: gaussianBlur(fill(landmarks, sizePx, EYES), 2.6 * pixel),
    lips: gaussianBlur(fill(landmarks, sizePx, [{ indices: OUTER_LIPS, scale: 1 }]), 3 * pixel),
    teeth: gaussianBlur(fill(landmarks, sizePx, [{ indices: INNER_LIPS, scale: 1 }]), 2.4 * pixel),
  };
}
