import type { Rig } from '../../rig/rig.js';
import { capOf } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import type { Hairdo } from '../lock.js';
import { longHair } from '../long-hair.js';

export function longStraight(rig: Rig): Hairdo {
  const { comb, locks } = longHair(rig, { endY: 2.72 });
  return {
    cap: capOf(comb, comb.lift * 0.9, { nape: 0.3 }),
    locks: [...locks, ...fringeLocks(comb)],
    sheen: { lift: comb.lift + 0.01 },
  };
}
