import type { Expression } from '@avatar/character';

/** An expression as numbers that every look reads. */
export interface ExpressionShape {
  /** Corners of the mouth: -1 down, 1 up. */
  readonly smile: number;
  /** Mouth: 0 closed, 1 wide open. */
  readonly open: number;
  /** Height of the upper lid: 1 relaxed, 0 shut, more than 1 wide. */
  readonly lid: number;
  /** Height of the brows: -1 lowered, 1 raised. */
  readonly brow: number;
  /** Inner ends of the brows: positive lower (stern), negative raised (sad). */
  readonly browTilt: number;
  /** How far the cheeks are lifted, 0 to 1. */
  readonly cheek: number;
  /** Roundness of an open mouth: 0 a smile, 1 an o. */
  readonly round: number;
  /** One corner of the mouth and one brow higher than the other: 0 even, 1 a smirk. */
  readonly skew: number;
  /** How far the lids have come together from where `lid` has them: 0 not at all, 1 they meet. */
  readonly closing: number;
  /** Where they meet: 0 at the lower lid, as in a blink, 1 in the arc of laughing eyes. */
  readonly arc: number;
}

const shape = (numbers: Partial<ExpressionShape>): ExpressionShape => ({
  smile: 0,
  open: 0,
  lid: 1,
  brow: 0,
  browTilt: 0,
  cheek: 0,
  round: 0,
  skew: 0,
  closing: 0,
  arc: 0,
  ...numbers,
});

export const EXPRESSION_SHAPES: Readonly<Record<Expression, ExpressionShape>> = {
  neutral: shape({ smile: 0.16 }),
  slight_smile: shape({ smile: 0.45, lid: 0.95, brow: 0.05, cheek: 0.3 }),
  smile: shape({ smile: 0.85, open: 0.35, lid: 0.88, brow: 0.1, cheek: 0.65 }),
  laugh: shape({ smile: 1, open: 1, lid: 0, brow: 0.3, cheek: 1 }),
  serious: shape({ smile: -0.1, lid: 0.84, brow: -0.11, browTilt: 0.085, cheek: 0.1 }),
  surprised: shape({ open: 0.6, lid: 1.14, brow: 0.65, browTilt: -0.03, round: 1 }),
  smug: shape({ smile: 0.5, lid: 0.76, brow: 0.06, cheek: 0.35, skew: 1 }),
  sad: shape({ smile: -0.5, lid: 0.86, brow: 0.1, browTilt: -0.11 }),
};
