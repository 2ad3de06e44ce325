import { applyTransform, createPlane, fillPolygon, invertTransform } from '@avatar/image';
import { loadIfAvailable } from '@avatar/models';
import type { FaceLandmarks } from '@avatar/stage';
import type { FaceRun } from '../detection/face-run.js';
import { cropSquare, squareToPicture, type Square } from '../detection/square-crop.js';
import { landmarkBox, landmarkPolygon } from '../mesh/landmarks.js';
import { FACE_OVAL } from '../mesh/mesh-topology.js';
import { eyeLineAngle } from '../mesh/pose.js';
import {
  PERSON_PARTS_MODEL_ID,
  PERSON_PARTS_SCALING,
  PERSON_PARTS_SIDE_PX,
  readPersonParts,
  type PersonPartLogits,
} from './person-parts.js';

/** Side of the crop over the face: head and neck are in it. */
const MARGIN = 2;

/** What the network for the parts of people sees in a square around a face. */
export interface PartsAroundFace {
  readonly logits: PersonPartLogits;
  /** 1 inside the face's oval times `scale`, 0 outside. */
  inOval(scale: number): Float32Array;
}

/** Undefined where the network cannot be had: it is fetched on first use. */
export async function partsAroundFace(
  run: FaceRun,
  landmarks: FaceLandmarks,
): Promise<PartsAroundFace | undefined> {
  const model = await loadIfAvailable(run.models, PERSON_PARTS_MODEL_ID, run.options);
  if (model === undefined) return undefined;
  const square = squareAround(landmarks);
  const pixels = cropSquare(run.pyramid, square, PERSON_PARTS_SIDE_PX, PERSON_PARTS_SCALING);
  const logits = await readPersonParts(model, pixels, run.options);
  const toCrop = invertTransform(squareToPicture(square, PERSON_PARTS_SIDE_PX));
  const inOval = (scale: number): Float32Array => {
    const oval = createPlane(PERSON_PARTS_SIDE_PX, PERSON_PARTS_SIDE_PX);
    const outline = landmarkPolygon(landmarks, FACE_OVAL, scale);
    fillPolygon(
      oval,
      outline.map(([x, y]) => applyTransform(toCrop, x, y)),
    );
    return oval.data;
  };
  return { logits, inOval };
}

function squareAround(landmarks: FaceLandmarks): Square {
  const { x, y, width, height } = landmarkBox(landmarks);
  return {
    centre: [x + width / 2, y + height / 2],
    sidePx: Math.max(width, height) * MARGIN,
    angleRad: eyeLineAngle(landmarks),
  };
}
