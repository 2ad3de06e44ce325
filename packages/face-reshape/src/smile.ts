import { eyeDistancePx, landmarkPoint } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import { headFrame, scaled, sum } from './head-frame.js';
import { mouthShape } from './mouth.js';
import type { Pull } from './radial-fit.js';
import { SMILE_POINTS } from './smile-points.js';

/** How far a corner of the mouth travels in a full smile, in distances between the eyes: out, up, and back around the teeth. */
const CORNER = { out: 0.14, up: 0.16, back: 0.06 };
/** Share of an uneven mouth that a full smile evens out: a smile with one corner up is a smirk. */
const EVENING = 1.2;

/** Where the skin of a face goes in a smile of a strength in [0, 1]. */
export function smilePulls(landmarks: FaceLandmarks, smile: number): Pull[] {
  const { across, down, back } = headFrame(landmarks);
  const eyesPx = eyeDistancePx(landmarks);
  const { skewPx } = mouthShape(landmarks);
  const far = smile * eyesPx;
  const upOf = (side: number): number => CORNER.up * far - (side * smile * EVENING * skewPx) / 2;
  return SMILE_POINTS.flatMap(({ at: [right, left], out, up }) =>
    (right === left ? [[right, 0] as const] : [[right, -1] as const, [left, 1] as const]).map(
      ([index, side]): Pull => {
        const [x, y] = landmarkPoint(landmarks, index);
        const [dx, dy] = sum(
          sum(scaled(across, side * out * CORNER.out * far), scaled(down, -up * upOf(side))),
          scaled(back, out * CORNER.back * far),
        );
        return { x: x + dx, y: y + dy, dx: -dx, dy: -dy };
      },
    ),
  );
}
