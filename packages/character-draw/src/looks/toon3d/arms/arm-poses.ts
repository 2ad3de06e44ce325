import type { Gesture } from '@avatar/character';
import { turnedAround } from '../../../rig/index.js';
import type { BodyField } from '../clothes/body-field.js';
import type { Figure } from '../model/figure.js';
import type { Vec3 } from '../render/maths.js';
import {
  HOLDING_HAND,
  OPEN_HAND,
  RESTING_HAND,
  THINKING_HAND,
  THUMB_HAND,
  type HandPlace,
  type HandShape,
} from './hand-shapes.js';

/** Where an arm bends, in body space. */
export interface Arm {
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly hand?: { readonly shape: HandShape; readonly place: HandPlace };
}

/** Both arms of a gesture. */
export function armsOf(figure: Figure, { shoulder: sh, top }: BodyField, gesture: Gesture): Arm[] {
  const yaw = figure.rig.view.yawRad;
  const hanging = (side: number): Arm => ({
    shoulder: [side * sh * 0.84, top + 0.5, -0.15],
    elbow: [side * (sh + 0.02), top + 2.15, -0.2],
    wrist: [side * (sh - 0.02), top + 3.75, 0.15],
    hand: {
      shape: RESTING_HAND,
      place: {
        at: [side * (sh - 0.03), top + 4.0, 0.22],
        across: [-side * 0.5, 0, 0.85],
        lengthwise: [0, 1, 0.05],
      },
    },
  });
  switch (gesture) {
    case 'wave': {
      const m = yaw < -0.1 ? -1 : 1;
      const elbow: Vec3 = [m * (sh + 0.55), top + 1.5, 0.2];
      const swing = m * figure.rig.person.swingRad;
      const wrist = swung(elbow, swing, [m * (sh + 0.72), top - 0.2, 0.7]);
      const lean = 0.16 * m + swing;
      const palm: Vec3 = [0.02 * m, -0.16, 0.02];
      return [
        hanging(-m),
        {
          shoulder: [m * sh * 0.84, top + 0.5, -0.15],
          elbow,
          wrist,
          hand: {
            shape: OPEN_HAND,
            place: {
              at: plus(wrist, swung([0, 0, 0], swing, palm)),
              across: [m * Math.cos(lean), m * Math.sin(lean), 0],
              lengthwise: [-Math.sin(lean), Math.cos(lean), 0],
            },
          },
        },
      ];
    }
    case 'arms_crossed': {
      const m = yaw < 0 ? -1 : 1;
      const y0 = top + 1.7;
      const wrist: Vec3 = [m * sh * 0.42, y0 - 0.3, 1.18];
      const lean = -0.22 * m;
      return [
        {
          shoulder: [m * sh * 0.84, top + 0.5, -0.15],
          elbow: [m * (sh + 0.04), y0 + 0.12, 0.25],
          wrist: [-m * sh * 0.3, y0 - 0.02, 0.72],
        },
        {
          shoulder: [-m * sh * 0.84, top + 0.5, -0.15],
          elbow: [-m * (sh + 0.04), y0 + 0.16, 0.3],
          wrist,
          hand: {
            shape: HOLDING_HAND,
            place: {
              at: [wrist[0] + m * 0.14, wrist[1] - 0.02, wrist[2] + 0.02],
              across: [m * Math.cos(lean), m * Math.sin(lean), 0],
              lengthwise: [-Math.sin(lean), Math.cos(lean), 0],
            },
          },
        },
      ];
    }
    case 'thumbs_up': {
      const wrist: Vec3 = [0.95, top + 1.35, 1];
      return [
        hanging(-1),
        {
          shoulder: [sh * 0.84, top + 0.5, -0.15],
          elbow: [sh + 0.15, top + 2.2, 0.25],
          wrist,
          hand: {
            shape: THUMB_HAND,
            place: {
              at: [wrist[0] - 0.12, wrist[1] - 0.1, wrist[2] + 0.05],
              across: [1, 0, 0],
              lengthwise: [0, 1, 0],
            },
          },
        },
      ];
    }
    case 'hand_on_chin':
      return thinking(figure, sh, top);
    default:
      return [hanging(-1), hanging(1)];
  }
}

const plus = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** In the plane of the picture. */
function swung([cx, cy]: Vec3, angleRad: number, [x, y, z]: Vec3): Vec3 {
  const turned = turnedAround([cx, cy], angleRad, [x, y]);
  return [turned[0], turned[1], z];
}

/** One hand at the chin, its elbow on the other arm. */
function thinking(figure: Figure, sh: number, top: number): Arm[] {
  const m = figure.rig.view.yawRad > 0.1 ? -1 : 1;
  const { chinY } = figure.rig.head;
  const chin = figure.bodyFrame.inversePoint(figure.headFrame.point([m * 0.3, chinY - 0.02, 0.84]));
  const hand: Vec3 = [chin[0] + m * 0.1, chin[1] + 0.4, chin[2] + 0.1];
  const wrist: Vec3 = [hand[0] + m * 0.06, hand[1] + 0.3, hand[2] - 0.04];
  const elbow: Vec3 = [m * (sh * 0.62), top + 2.0, 0.95];
  const lean = 0.1 * m;
  const y0 = top + 2.0;
  return [
    {
      shoulder: [-m * sh * 0.84, top + 0.5, -0.15],
      elbow: [-m * (sh + 0.02), y0 + 0.1, 0.2],
      wrist: [m * sh * 0.32, y0 + 0.16, 0.82],
      hand: {
        shape: HOLDING_HAND,
        place: {
          at: [m * (sh * 0.32 + 0.27), y0 + 0.15, 0.92],
          across: [m, -0.05 * m, 0],
          lengthwise: [0.05, 1, 0],
        },
      },
    },
    {
      shoulder: [m * sh * 0.84, top + 0.5, -0.15],
      elbow,
      wrist,
      hand: {
        shape: THINKING_HAND,
        place: {
          at: hand,
          across: [-m * Math.cos(lean), m * Math.sin(lean), 0],
          lengthwise: [-Math.sin(lean), Math.cos(lean), 0],
        },
      },
    },
  ];
}
