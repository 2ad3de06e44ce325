import type { Rig } from '../../rig/rig.js';
import { capOf } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import type { Hairdo } from '../lock.js';
import { longHair } from '../long-hair.js';

export function longWavy(rig: Rig): Hairdo {
  const { texture } = rig.person.character.hair;
  const { comb, locks } = longHair(rig, {
    endY: 2.7,
    reach: 1.2,
    extraLift: 0.04,
    texture: texture === 'straight' ? 'wavy' : texture,
  });
  const { lift } = comb;
  return {
    cap: capOf(comb, lift * 0.9, { nape: 0.3 }),
    locks: [...locks, ...fringeLocks(comb)],
    sheen: { lift: lift + 0.02, elevation: 44, thickness: 6 },
  };
}
