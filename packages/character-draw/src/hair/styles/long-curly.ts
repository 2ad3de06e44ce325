import type { Rig } from '../../rig/rig.js';
import { capOf } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import type { Hairdo } from '../lock.js';
import { longHair } from '../long-hair.js';

export function longCurly(rig: Rig): Hairdo {
  const { texture } = rig.person.character.hair;
  const { comb, locks } = longHair(rig, {
    endY: 2.4,
    reach: 1.34,
    extraLift: 0.12,
    count: 7,
    texture: texture === 'coily' ? 'coily' : 'curly',
  });
  return { cap: capOf(comb, comb.lift * 0.9, { nape: 0.3 }), locks: [...locks, ...fringeLocks(comb)] };
}
