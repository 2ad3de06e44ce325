import type { Age, FilledCharacter } from '@avatar/character';
import { clamp, seededRandom } from '@avatar/image';
import { EXPRESSION_SHAPES, type ExpressionShape } from './expression.js';
import type { Moment } from './moment.js';

const AGE_SHARE: Readonly<Record<Age, number>> = {
  young_adult: 0,
  early_middle_age: 0.35,
  late_middle_age: 0.7,
  senior: 1,
};

/** Small shifts that no two people share, in head units. */
export interface Asymmetry {
  readonly eye: number;
  readonly brow: number;
  readonly mouth: number;
  readonly nose: number;
  readonly jaw: number;
}

/** A character with what the drawing derives from it. */
export interface Person {
  readonly character: FilledCharacter;
  /** 0 young to 1 old: lines, lids, nose, ears. */
  readonly age: number;
  /** How masculine the features are drawn, 0 to 1. A rule of drawing, and no statement about gender. */
  readonly masculine: number;
  readonly asymmetry: Asymmetry;
  readonly expression: ExpressionShape;
  /** How far a waving forearm leans outwards from where it rests, radians. */
  readonly swingRad: number;
  /** Seeded numbers of the person; another `purpose` gives another row. */
  readonly random: (purpose: number) => () => number;
}

/** @param moment of a motion; left out, the person stands still */
export function personOf(character: FilledCharacter, moment?: Moment): Person {
  const random = (purpose: number) => seededRandom(character.seed * 977 + purpose * 131 + 1);
  const shift = random(53);
  const within = (size: number) => (shift() - 0.5) * size;
  return {
    character,
    age: AGE_SHARE[character.age],
    masculine: clamp(1 - character.presentation),
    asymmetry: {
      eye: within(0.02),
      brow: within(0.045),
      mouth: within(0.034),
      nose: within(0.022),
      jaw: within(0.02),
    },
    expression: moment?.face ?? EXPRESSION_SHAPES[character.expression],
    swingRad: moment?.swingRad ?? 0,
    random,
  };
}
