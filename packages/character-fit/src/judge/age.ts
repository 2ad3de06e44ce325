import { ramp } from '@avatar/image';
import type { Age } from '@avatar/character';
import type { FaceLines } from '../measure/lines.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading } from './reading.js';

export interface AgeSigns {
  readonly lines: FaceLines;
  /** Share of grey hair, in [0, 1]. */
  readonly grey: number;
  readonly smile: number;
  readonly isBearded: boolean;
}

/**
 * Lines are drawn only for what is seen of them: grey hair, and folds in a face that does not smile. Nothing else tells
 * an age from a photo, and a wrong one insults, so that without grey hair no answer is sure.
 */
export function judgeAge({ lines, grey, smile, isBearded }: AgeSigns, seen: Circumstances): Reading<Age> {
  const still = 1 - 0.8 * ramp(0.03, 0.06, smile);
  const fold = isBearded ? 0 : lines.fold * still;
  const folds = 0.4 * ramp(5, 12, fold) + 0.4 * ramp(12, 25, fold) + 0.2 * ramp(25, 45, fold);
  const forehead = ramp(1.3, 2.6, lines.forehead ?? 1);
  const score = 1.2 * folds + 0.35 * forehead + 1.1 * grey;
  const value: Age =
    score > 1.5
      ? 'senior'
      : score > 0.95
        ? 'late_middle_age'
        : score > 0.5
          ? 'early_middle_age'
          : 'young_adult';
  return reading(value, (0.25 + 0.4 * grey + 0.15 * ramp(0.6, 1.2, folds + forehead)) * seen.sharp);
}
