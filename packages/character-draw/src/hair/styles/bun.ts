import type { Rig } from '../../rig/rig.js';
import { bodyOf, capOf, combFor } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import { knot } from '../knot.js';
import type { Hairdo } from '../lock.js';
import { pulledBack } from '../pulled-back.js';

export function bun(rig: Rig): Hairdo {
  const comb = combFor(rig, bodyOf(rig) * 0.7);
  return {
    cap: capOf(comb, comb.lift * 0.9, { sideburnY: 0.04 }),
    locks: [...knot([0.1, -1.7, -0.45], 0.44), ...pulledBack(comb), ...fringeLocks(comb)],
    sheen: { lift: comb.lift + 0.02, elevation: 36, thickness: 7 },
  };
}
