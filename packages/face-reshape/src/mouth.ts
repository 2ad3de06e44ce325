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

/** How high the corners stand above the middle of the lips, in widths of the mouth: no smile yet, and a laugh. */
const CORNERS = { calm: 0.02, laughing: 0.075 };
/** How far the lips are apart, in distances between the eyes: smiling, and speaking or shouting. */
const OPEN = { smiling: 0.22, speaking: 0.4 };

/** How much more a mouth can smile, in [0, 1]: 1 for a calm one, 0 for one that laughs or is wide open. */
export function roomForSmile(landmarks: FaceLandmarks): number {
  const at = (index: number) => landmarkPoint(landmarks, index);
  const { down } = headFrame(landmarks);
  const [right, left] = [at(RIGHT_MOUTH_CORNER), at(LEFT_MOUTH_CORNER)];
  const [upper, lower] = [at(UPPER_INNER_LIP), at(LOWER_INNER_LIP)];
  const width = Math.hypot(...difference(left, right)) || 1;
  const middle = scaled(sum(upper, lower), 0.5);
  const height = dot(difference(middle, scaled(sum(right, left), 0.5)), down) / width;
  const open = Math.hypot(...difference(lower, upper)) / eyeDistancePx(landmarks);
  return (
    (1 - smoothstep(CORNERS.calm, CORNERS.laughing, height)) *
    (1 - smoothstep(OPEN.smiling, OPEN.speaking, open))
  );
}
