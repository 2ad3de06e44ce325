import type { LookProportions } from '../../rig/proportions.js';

/** What sets one vector look apart from another: proportions, and whether contours are inked. */
export interface VectorLook {
  readonly name: 'anime' | 'flat';
  readonly proportions: LookProportions;
  /** Weight of the contour in 116ths of a head unit; 0 for a look without lines. */
  readonly ink: number;
  /** Factor of the width of the neck: feminine and masculine. */
  readonly neckShare: readonly [feminine: number, masculine: number];
}
