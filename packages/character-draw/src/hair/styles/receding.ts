import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap } from '../comb.js';
import { bothSides, type Hairdo, type Lock } from '../lock.js';
import { pulledBack } from '../pulled-back.js';
import { sheet } from '../sheet.js';

/** Full at the sides; above, thin strands run back from temples that have given way. */
export function receding(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.07);
  const { scalp, hair } = comb;
  const recession = Math.max(hair.recession, 0.85);
  const sides = sheet(
    [scalp(118, 34, -0.03), [1.09, -0.42, -0.3], [1.06, 0.14, -0.25]],
    [scalp(84, 30, -0.03), [1.04, -0.34, 0.05], [0.99, 0.08, 0.12]],
    5,
    { halfWidth: 0.15, seed: 3, profile: 'leaf' },
  );
  const strands = pulledBack(combFor(rig, 0.03), { count: 15, recession })
    .filter(({ centre: [[x]] }) => Math.abs(x) < 0.62)
    .map((lock): Lock => ({ ...lock, halfWidth: lock.halfWidth * 0.26, profile: 'leaf', isGlossy: false }));
  return {
    cap: croppedCap(comb, 0.035, { recession, hairlineY: -0.93 }),
    locks: [...bothSides(sides), ...strands],
  };
}
