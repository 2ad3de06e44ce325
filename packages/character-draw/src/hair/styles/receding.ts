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
    [scalp(118, 40, -0.07), [1.07, -0.42, -0.3], [1.06, 0.14, -0.25]],
    [scalp(86, 38, -0.07), [1.03, -0.34, 0.02], [0.99, 0.08, 0.1]],
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
