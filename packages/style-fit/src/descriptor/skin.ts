import {
  FACE_OVAL,
  landmarkPolygon,
  LEFT_BROW,
  LEFT_EYE,
  OUTER_LIPS,
  RIGHT_BROW,
  RIGHT_EYE,
} from '@avatar/face';
import { createPlane, fillPolygon, median, type Lab } from '@avatar/image';
import { quantiles } from './quantiles.js';
import type { ExampleView } from './view.js';

const SKIN_SHARES = [0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97];
const FEATURES = [RIGHT_EYE, LEFT_EYE, RIGHT_BROW, LEFT_BROW, OUTER_LIPS];
/** Features are left out with what is drawn around them. */
const MARGIN = 1.15;
/** A face of fewer pixels tells nothing. */
const LEAST_PIXELS = 150;

export interface Skin {
  readonly colour: Lab;
  /** L at `SKIN_SHARES`. */
  readonly tone: readonly number[];
}

/** The skin of the example's face; undefined where there is none to speak of. */
export function skinOf({ lab, face }: ExampleView): Skin | undefined {
  if (!face) return undefined;
  const mask = createPlane(lab.width, lab.height);
  fillPolygon(mask, landmarkPolygon(face, FACE_OVAL));
  for (const feature of FEATURES) fillPolygon(mask, landmarkPolygon(face, feature, MARGIN), 0);
  const places: number[] = [];
  mask.data.forEach((value, i) => {
    if (value > 0) places.push(i);
  });
  if (places.length < LEAST_PIXELS) return undefined;
  const [L, a, b] = [lab.L, lab.a, lab.b].map((plane) => places.map((i) => plane[i]));
  return { colour: [median(L), median(a), median(b)], tone: quantiles(L, SKIN_SHARES) };
}
