import type { Rig } from '../../rig/rig.js';
import { capOf, combFor } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import { knot } from '../knot.js';
import type { Hairdo } from '../lock.js';
import { longHair } from '../long-hair.js';
import { pulledBack } from '../pulled-back.js';

export function halfUp(rig: Rig): Hairdo {
  const { comb, locks } = longHair(rig, { endY: 2.55 });
  const back = pulledBack(combFor(rig, comb.lift * 0.9), { count: 9 });
  return {
    cap: capOf(comb, comb.lift * 0.9, { nape: 0.3 }),
    locks: [...locks, ...knot([0, -1.82, -0.25], 0.34), ...back.slice(2), ...fringeLocks(comb)],
  };
}
