import type { Gesture } from '@avatar/character';
import type { ExpressionShape, Moment } from '../rig/index.js';
import { EXPRESSION_SHAPES } from '../rig/index.js';
import { eased, type Keys } from './keyframes.js';

/** Seconds of every motion; it ends as it began. */
export const LOOP_S = 2;

/** A person at one point of time of a motion. */
export interface MotionMoment extends Moment {
  /** Added to the pitch of the head, degrees: positive looks down. */
  readonly pitch: number;
  /** Added to the roll of the head, degrees. */
  readonly roll: number;
}

/** Something that a person does again and again. */
interface MotionPlan {
  /** What the arms do all the while. */
  readonly gesture?: Gesture;
  /** @param rest the face before and after */
  readonly at: (second: number, rest: ExpressionShape) => MotionMoment;
}

/** Lids fall faster than they rise. */
const blinkAt = (second: number): Keys => [
  [second, 0],
  [second + 0.13, 1],
  [second + 0.2, 1],
  [second + 0.4, 0],
];
const closingOf = (rest: ExpressionShape, keys: Keys, second: number): ExpressionShape => ({
  ...rest,
  closing: eased(keys, second),
});

/** Four swings, and one blink between. */
const WAVES = 4;
const SWING_RAD = 0.2;
const LEAN_RAD = -0.1;
const wave: MotionPlan = {
  gesture: 'wave',
  at: (second, rest) => {
    const swing = Math.sin((second / LOOP_S) * WAVES * 2 * Math.PI);
    return {
      face: closingOf(rest, blinkAt(1.05), second),
      swingRad: LEAN_RAD + SWING_RAD * swing,
      pitch: 0,
      roll: 1.4 * Math.sin((second / LOOP_S) * 2 * Math.PI),
    };
  },
};

/** Twice down, the second time less, and a blink at the end. */
const NOD_PITCH: Keys = [
  [0, 0],
  [0.14, -1.5],
  [0.44, 10],
  [0.76, -1],
  [1.04, 7],
  [1.42, 0],
];
const nod: MotionPlan = {
  at: (second, rest) => ({
    face: closingOf(rest, blinkAt(1.5), second),
    swingRad: 0,
    pitch: eased(NOD_PITCH, second),
    roll: 0,
  }),
};

const BLINKS: Keys = [...blinkAt(0.4), ...blinkAt(1.3)];
const blink: MotionPlan = {
  at: (second, rest) => ({ face: closingOf(rest, BLINKS, second), swingRad: 0, pitch: 0, roll: 0 }),
};

/** A smile that breaks into laughter: the head goes back, and every ha opens the mouth and lifts the head. */
const AMUSED: Keys = [
  [0, 0],
  [0.35, 1],
  [1.5, 1],
  [1.95, 0],
];
const EYES: Keys = [
  [0.08, 0],
  [0.36, 1],
  [1.5, 1],
  [1.84, 0],
];
const HAS = 5;
const laugh: MotionPlan = {
  at: (second) => {
    const amused = eased(AMUSED, second);
    const closing = eased(EYES, second);
    const ha = 0.5 - 0.5 * Math.cos((second / LOOP_S) * HAS * 2 * Math.PI);
    const { smile, laugh: full } = EXPRESSION_SHAPES;
    const face = between(smile, full, amused);
    return {
      // Shut at last, eyes are the drawn arc.
      face: {
        ...face,
        open: face.open - 0.34 * amused * (1 - ha),
        cheek: Math.min(0.9, face.cheek),
        lid: closing > 0.97 ? 0 : smile.lid,
        closing: closing > 0.97 ? 0 : closing,
        arc: 1,
      },
      swingRad: 0,
      pitch: amused * (-3 - 3 * ha),
      roll: 0,
    };
  },
};

export const MOTIONS = { wave, nod, blink, laugh } as const satisfies Record<string, MotionPlan>;

/** What a person can be shown doing. */
export type Motion = keyof typeof MOTIONS;
export const MOTION_NAMES = Object.keys(MOTIONS) as readonly Motion[];

function between(a: ExpressionShape, b: ExpressionShape, share: number): ExpressionShape {
  const mixed: Record<keyof ExpressionShape, number> = { ...a };
  for (const name of Object.keys(a) as (keyof ExpressionShape)[]) mixed[name] += (b[name] - a[name]) * share;
  return mixed;
}
