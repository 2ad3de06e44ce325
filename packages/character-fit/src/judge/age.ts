import { ramp } from '@avatar/image';
import type { Age } from '@avatar/character';
import type { FaceLines } from '../measure/lines.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading } from './reading.js';

export interface AgeSigns {
  readonly lines: FaceLines;
  /** Share of grey hair, in [0, 1]. */
  readonly grey: number;
  /** How sure the hair is white, in [0, 1]. */
  readonly white: number;
  readonly smile: number;
  readonly isBearded: boolean;
}

/** Scores from which on an age begins. */
const FROM = { early: 0.42, late: 0.66, senior: 1 };

/**
 * Only what lies open tells an age: white hair, and the folds from nose to mouth of a face that neither smiles nor wears
 * a beard. Nobody's smile, tan or tired look makes them older: without these signs the answer is never sure.
 */
export function judgeAge(
  { lines, grey, white, smile, isBearded }: AgeSigns,
  seen: Circumstances,
): Reading<Age> {
  const isStill = isBearded ? 0 : 1 - ramp(0.03, 0.06, smile);
  const folds = isStill * (0.5 * ramp(6, 16, lines.fold) + 0.4 * ramp(16, 35, lines.fold));
  const furrows = ramp(1.9, 2.6, lines.forehead ?? 0);
  const score = folds + white * (0.75 + 0.4 * furrows) + 0.25 * grey * (1 - white);
  const sure = 0.3 + 0.35 * white + 0.35 * ramp(0.2, 0.5, folds);
  return reading(ageOf(score), sure * ramp(60, 200, seen.headPx));
}

function ageOf(score: number): Age {
  if (score >= FROM.senior) return 'senior';
  if (score >= FROM.late) return 'late_middle_age';
  return score >= FROM.early ? 'early_middle_age' : 'young_adult';
}
