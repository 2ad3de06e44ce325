import type { FaceFrame } from './face-frame.js';
import { bothSides, type FacePoint, type Move, type Moves } from './move.js';

/** Targets of brows, cheeks and nose. */
export function upperFaceMoves(frame: FaceFrame): Moves {
  const { figure } = frame;
  const { nose } = figure.face;
  const browY = figure.rig.proportions.browY - 0.02;
  const lift =
    (weight: (p: FacePoint) => number, dy: number, dx = 0): Move =>
    (p) => {
      const k = weight(p);
      return frame.slide(p, dx * k, dy * k);
    };
  return {
    browInnerUp: lift(
      (p) =>
        Math.max(frame.around(p, [0.2, browY], [0.24, 0.22]), frame.around(p, [-0.2, browY], [0.24, 0.22])),
      -0.12,
    ),
    ...bothSides('browOuterUp', (side) =>
      lift((p) => frame.around(p, [side * 0.6, browY], [0.24, 0.22]), -0.12),
    ),
    ...bothSides('browDown', (side) =>
      lift((p) => frame.around(p, [side * 0.36, browY], [0.32, 0.2]), 0.085, -side * 0.025),
    ),
    cheekPuff: (p) => {
      const left = frame.around(p, [0.5, 0.82], [0.26, 0.24]);
      const right = frame.around(p, [-0.5, 0.82], [0.26, 0.24]);
      return [0.07 * (left - right), 0, 0.08 * (left + right)];
    },
    ...bothSides('cheekSquint', (side) => (p) => {
      const k = frame.around(p, [side * 0.5, 0.46], [0.26, 0.17]);
      return [0, -0.05 * k, 0.035 * k];
    }),
    ...bothSides('noseSneer', (side) => (p) => {
      const wing = frame.around(p, [side * nose.wing, nose.base - 0.02], [0.13, 0.13]);
      const fold = frame.around(p, [side * 0.28, nose.base + 0.08], [0.16, 0.16]);
      return frame.slide(p, side * 0.012 * wing, -0.05 * wing - 0.025 * fold, 0.012 * fold);
    }),
  };
}
