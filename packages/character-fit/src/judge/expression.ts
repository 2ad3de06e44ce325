import { ramp } from '@avatar/image';
import type { Expression } from '@avatar/character';
import type { FaceShape } from '../measure/face-shape.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading } from './reading.js';

/** Where the corners of the mouth stand, in widths of the mouth, at the borders between two expressions. */
const BORDERS = { laugh: 0.075, smile: 0.042, slight: 0.012, serious: -0.06 };

/** How much somebody smiles, from the corners and the opening of the mouth. A beard hides both: it laughs by itself. */
export function judgeExpression(
  { smile, mouthOpen }: FaceShape,
  { frontal }: Circumstances,
  isBearded: boolean,
): Reading<Expression> {
  const seen = expressionOf(smile, mouthOpen);
  const value = isBearded && seen === 'laugh' ? 'smile' : seen;
  const nearest = Math.min(...Object.values(BORDERS).map((border) => Math.abs(smile - border)));
  return reading(value, (0.55 + 0.4 * ramp(0, 0.015, nearest)) * frontal * (isBearded ? 0.8 : 1));
}

function expressionOf(smile: number, open: number): Expression {
  if (open > 0.4 && smile < 0.02) return 'surprised';
  if (smile > BORDERS.laugh && open > 0.2) return 'laugh';
  if (smile > BORDERS.smile) return 'smile';
  if (smile > BORDERS.slight) return 'slight_smile';
  return smile < BORDERS.serious ? 'serious' : 'neutral';
}
