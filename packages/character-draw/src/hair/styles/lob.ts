import type { Rig } from '../../rig/rig.js';
import { capOf } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import type { Hairdo } from '../lock.js';
import { longHair } from '../long-hair.js';

export function lob(rig: Rig): Hairdo {
  const { comb, locks } = longHair(rig, { endY: 1.75, reach: 1.12 });
  const { lift, hair } = comb;
  const isSmooth = hair.texture === 'straight' || hair.texture === 'wavy';
  return {
    cap: capOf(comb, lift * 0.9, { nape: 0.3 }),
    locks: [...locks, ...fringeLocks(comb)],
    sheen: isSmooth ? { lift: lift + 0.02, elevation: 44, thickness: 6 } : undefined,
  };
}
