import {
  eyeDistancePx,
  landmarkPoint,
  LEFT_MOUTH_CORNER,
  LOWER_INNER_LIP,
  RIGHT_MOUTH_CORNER,
  UPPER_INNER_LIP,
} from '@avatar/face';
import { smoothstep } from '@avatar/image';
import type { FaceLandmarks } from '@avatar/stage';
import { difference, dot, headFrame, scaled, sum } from './head-frame.js';

/** A mouth in its head's own axes. */
interface MouthShape {
  /** How high the corners stand above the middle of the lips, in widths of the mouth. */
  readonly corners: number;
  /** How much higher the subject's left corner stands than the right one, in pixels. */
  readonly skewPx: number;
  /** How far the lips are apart, in distances between the eyes. */
  readonly open: number;
}

export function mouthShape(landmarks: FaceLandmarks): MouthShape {
  const at = (index: number) => landmarkPoint(landmarks, index);
  const { down } = headFrame(landmarks);
  const [right, left] = [at(RIGHT_MOUTH_CORNER), at(LEFT_MOUTH_CORNER)];
  const [upper, lower] = [at(UPPER_INNER_LIP), at(LOWER_INNER_LIP)];
  const width = Math.hypot(...difference(left, right)) || 1;
  const middle = scaled(sum(upper, lower), 0.5);
  return {
    corners: dot(difference(middle, scaled(sum(right, left), 0.5)), down) / width,
    skewPx: dot(difference(right, left), down),
    open: Math.hypot(...difference(lower, upper)) / eyeDistancePx(landmarks),
  };
}

/** Height of the corners: no smile yet, and a laugh. */
const CORNERS = { calm: 0.02, laughing: 0.075 };
/** Lips apart: smiling, and speaking or shouting. */
const OPEN = { smiling: 0.22, speaking: 0.4 };

/** How much more a mouth can smile, in [0, 1]: 1 for a calm one, 0 for one that laughs or is wide open. */
export function roomForSmile(landmarks: FaceLandmarks): number {
  const { corners, open } = mouthShape(landmarks);
  return (
    (1 - smoothstep(CORNERS.calm, CORNERS.laughing, corners)) *
    (1 - smoothstep(OPEN.smiling, OPEN.speaking, open))
  );
}
