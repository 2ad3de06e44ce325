import type { MouthShape as MouthName } from '@avatar/character';
import type { Rig } from '../../../rig/index.js';
import { clamp, mix } from '../render/maths.js';

/** The mouth in head space. Heights are relative to `y`; `t` runs from -1 at the viewer's left corner to 1. */
export interface MouthShape {
  readonly y: number;
  /** Half the width. */
  readonly half: number;
  /** Sideways shift of the middle. */
  readonly shift: number;
  readonly open: boolean;
  readonly round: boolean;
  /** Edges of the opening; the same line while it is closed. */
  upperEdge(t: number): number;
  lowerEdge(t: number): number;
  /** Outer borders of the lips. */
  upperBorder(t: number): number;
  lowerBorder(t: number): number;
  /** How far lips stand out, units. */
  readonly upperSwell: number;
  readonly lowerSwell: number;
  readonly smile: number;
}

const FORMS: Readonly<
  Record<MouthName, { bow: number; upper: number; lower: number; width: number; swell: number }>
> = {
  bow: { bow: 1.5, upper: 1, lower: 1, width: 1, swell: 1 },
  full: { bow: 0.9, upper: 1.18, lower: 1.14, width: 1.02, swell: 1.3 },
  thin: { bow: 0.5, upper: 0.66, lower: 0.74, width: 1.04, swell: 0.7 },
  wide: { bow: 0.8, upper: 0.92, lower: 0.96, width: 1.18, swell: 0.95 },
  pout: { bow: 1.2, upper: 1.06, lower: 1.3, width: 0.84, swell: 1.45 },
};

export function mouthShapeOf(rig: Rig): MouthShape {
  const { person, proportions, head } = rig;
  const { mouth } = person.character;
  const { expression } = person;
  const form = FORMS[mouth.shape];
  const { smile, skew, round } = expression;
  const thickness = mix(0.55, 1.5, mouth.fullness) * (1 - 0.18 * person.age);
  const half =
    mix(0.25, 0.4, mouth.width) *
    proportions.mouthSize *
    form.width *
    (1 + 0.1 * Math.max(0, smile)) *
    mix(1, 0.55, round);
  const y = proportions.mouthY + (head.chinY - 1.41) * 0.55 - 0.012 * smile;
  const gap = 0.05 + 0.26 * expression.open;
  const open = expression.open >= 0.05;
  // A shut mouth has only its corners to smile with.
  const raised = open ? 0.09 : 0.115;
  // A mouth at rest looks sad on a round face unless its corners are lifted a little.
  const rest = open ? 0 : mix(0.06, 0.24, clamp(0.5 + smile * 4));
  const lift = (t: number): number => -raised * (smile + rest) * (1 + 0.75 * skew * t);
  const closedLine = (t: number): number =>
    lift(t) * Math.abs(t) ** 2.6 +
    (smile > 0 ? 0.03 * smile * (1 - t * t) : 0.03 * smile * (1 - t * t)) +
    0.006 * Math.exp(-((t / 0.12) ** 2));
  const arc = (t: number): number => Math.sqrt(Math.max(0, 1 - t * t));
  const upperEdge = (t: number): number =>
    !open ? closedLine(t) : round ? -0.55 * gap * arc(t) : lift(t) * Math.abs(t) ** 1.7 + 0.012 * smile;
  const lowerEdge = (t: number): number =>
    !open
      ? closedLine(t)
      : round
        ? 0.75 * gap * arc(t)
        : mix(lift(t), gap, Math.max(0, 1 - Math.abs(t) ** 2.2) ** 0.72);
  const upper = 0.055 * thickness * form.upper;
  const lower = 0.084 * thickness * form.lower;
  return {
    y,
    half,
    shift: person.asymmetry.mouth * 0.5,
    open,
    round: round > 0.5,
    upperEdge: tabled(upperEdge),
    lowerEdge: tabled(lowerEdge),
    upperBorder: tabled(
      (t) =>
        upperEdge(t) -
        upper * Math.max(0, 1 - t * t) ** 0.62 * (1 - 0.24 * form.bow * Math.exp(-((t / 0.14) ** 2))) -
        (1 - Math.min(1, Math.abs(t))) * 0.004,
    ),
    lowerBorder: tabled((t) => lowerEdge(t) + lower * Math.max(0, 1 - t * t) ** 0.7),
    upperSwell: 0.036 * thickness ** 0.7 * form.swell,
    lowerSwell: 0.052 * thickness ** 0.7 * form.swell,
    smile: clamp(smile, -1, 1),
  };
}

const STEPS = 128;

/** A curve over -1 to 1 from a table: it is asked for at every point of the mouth. */
function tabled(curve: (t: number) => number): (t: number) => number {
  const values = Float64Array.from({ length: STEPS + 2 }, (_, i) => curve(Math.min(1, (2 * i) / STEPS - 1)));
  return (t) => {
    const at = clamp((t + 1) / 2) * STEPS;
    const i = at | 0;
    return values[i] + (values[i + 1] - values[i]) * (at - i);
  };
}
