import { eyeDistancePx, landmarkPoint } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import { headFrame, scaled, sum } from './head-frame.js';
import type { Pull } from './radial-fit.js';
import { SMILE_POINTS } from './smile-points.js';

/** How far a corner of the mouth travels in a full smile, in distances between the eyes: out, up, and back around the teeth. */
const CORNER = { out: 0.14, up: 0.16, back: 0.06 };

/** Where the skin of a face goes in a smile of a strength in [0, 1]. */
export function smilePulls(landmarks: FaceLandmarks, smile: number): Pull[] {
  const { across, down, back } = headFrame(landmarks);
  const corner = smile * eyeDistancePx(landmarks);
  return SMILE_POINTS.flatMap(({ at: [right, left], out, up }) =>
    (right === left ? [[right, 0] as const] : [[right, -1] as const, [left, 1] as const]).map(
      ([index, side]): Pull => {
        const [x, y] = landmarkPoint(landmarks, index);
        const [dx, dy] = sum(
          sum(scaled(across, side * out * CORNER.out * corner), scaled(down, -up * CORNER.up * corner)),
          scaled(back, out * CORNER.back * corner),
        );
        return { x: x + dx, y: y + dy, dx: -dx, dy: -dy };
      },
    ),
  );
}
