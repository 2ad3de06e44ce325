import type { ExpressionShape } from './expression.js';

/** What a motion changes in a person at one point of time, beside the turn of the head. */
export interface Moment {
  readonly face: ExpressionShape;
  /** How far a waving forearm leans outwards from where it rests, radians. */
  readonly swingRad: number;
}
