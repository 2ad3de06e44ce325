import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap } from '../comb.js';
import { bothSides, type Hairdo } from '../lock.js';
import { pulledBack } from '../pulled-back.js';
import { sheet } from '../sheet.js';

export function receding(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.07);
  const { scalp, hair } = comb;
  const recession = Math.max(hair.recession, 0.9);
  const sides = sheet(
    [scalp(118, 34, -0.03), [1.09, -0.42, -0.3], [1.06, 0.14, -0.25]],
    [scalp(84, 34, -0.02), [1.05, -0.36, 0.05], [0.99, 0.06, 0.12]],
    5,
    { halfWidth: 0.15, seed: 3, profile: 'leaf' },
  );
  const crown = sheet(
    [scalp(58, 58, -0.05), scalp(80, 56, -0.02), scalp(104, 50, -0.05)],
    [scalp(40, 76, -0.03), scalp(80, 78), scalp(120, 70, -0.03)],
    3,
    { halfWidth: 0.12, seed: 8, profile: 'leaf', isGlossy: false },
  );
  const top = pulledBack(combFor(rig, 0.06), { count: 8, recession })
    .filter(({ centre: [[x]] }) => Math.abs(x) < 0.4)
    .map((lock) => ({ ...lock, halfWidth: lock.halfWidth * 0.7 }));
  return {
    cap: croppedCap(comb, 0.045, { recession }),
    locks: [...bothSides(sides), ...bothSides(crown), ...top],
  };
}
