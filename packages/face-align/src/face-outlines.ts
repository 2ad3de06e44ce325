import { createPlane, fillPolygon } from '@avatar/image';
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
import { paintSoftPolygon } from './soft-polygon.js';

interface Part {
  readonly indices: readonly number[];
  /** About the part's own middle. */
  readonly scale: number;
}

const OVAL: readonly Part[] = [{ indices: FACE_OVAL, scale: 1 }];
const EYES: readonly Part[] = [RIGHT_EYE, LEFT_EYE].map((indices) => ({ indices, scale: 1.05 }));
const LIPS: readonly Part[] = [{ indices: OUTER_LIPS, scale: 1 }];
const TEETH: readonly Part[] = [{ indices: INNER_LIPS, scale: 1 }];
/** Not skin: with a margin for lashes and for the mesh's own error. */
const FEATURES: readonly Part[] = [
  { indices: RIGHT_EYE, scale: 1.25 },
  { indices: LEFT_EYE, scale: 1.25 },
  { indices: RIGHT_BROW, scale: 1.1 },
  { indices: LEFT_BROW, scale: 1.1 },
  { indices: OUTER_LIPS, scale: 1.05 },
];

/** Softness of the edges: in head heights where it grows with the face, else in 1/800 of the square. */
const OVAL_SIGMA_HEADS = 0.012;
const FEATURES_SIGMA_HEADS = 0.008;
const EYES_SIGMA = 2.6;
const LIPS_SIGMA = 3;
const TEETH_SIGMA = 2.4;

function paint(mask: Plane, landmarks: FaceLandmarks, parts: readonly Part[], sigmaPx: number): Plane {
  for (const { indices, scale } of parts)
    paintSoftPolygon(mask, landmarkPolygon(landmarks, indices, scale), sigmaPx);
  return mask;
}

type Area = Pick<Plane, 'width' | 'height'>;

/** Soft masks drawn from the mesh alone. */
export function drawParts(landmarks: FaceLandmarks, { width, height }: Area, headHeightPx: number) {
  const pixel = Math.min(width, height) / 800;
  const draw = (parts: readonly Part[], sigmaPx: number): Plane =>
    paint(createPlane(width, height), landmarks, parts, sigmaPx);
  return {
    oval: draw(OVAL, OVAL_SIGMA_HEADS * headHeightPx),
    eyes: draw(EYES, EYES_SIGMA * pixel),
    lips: draw(LIPS, LIPS_SIGMA * pixel),
    teeth: draw(TEETH, TEETH_SIGMA * pixel),
  };
}

/** Eyes, brows and lips, soft. */
export const drawFeatures = (
  landmarks: FaceLandmarks,
  width: number,
  height: number,
  headHeightPx: number,
): Plane => paint(createPlane(width, height), landmarks, FEATURES, FEATURES_SIGMA_HEADS * headHeightPx);

/** 1 inside the oval where no feature is, 0 elsewhere. */
export function drawBareFace(landmarks: FaceLandmarks, width: number, height: number): Plane {
  const bare = createPlane(width, height);
  fillPolygon(bare, landmarkPolygon(landmarks, FACE_OVAL));
  for (const { indices, scale } of FEATURES) fillPolygon(bare, landmarkPolygon(landmarks, indices, scale), 0);
  return bare;
}
