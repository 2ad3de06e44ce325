import type { Rig } from '../../rig/rig.js';
import { bodyOf, capOf, combFor } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import type { Hairdo } from '../lock.js';
import { pulledBack } from '../pulled-back.js';
import { sheet } from '../sheet.js';
import { TEXTURE_WAVES } from '../wave.js';

export function ponytail(rig: Rig): Hairdo {
  const comb = combFor(rig, bodyOf(rig) * 0.7);
  const tail = sheet(
    [
      [0.1, -1.2, -0.95],
      [0.9, -1.05, -1.3],
      [1.42, -0.1, -1.1],
      [1.5, 0.9, -0.7],
      [1.22, 1.8, -0.3],
    ],
    [
      [0, -1, -1.05],
      [0.6, -0.6, -1.4],
      [1.08, 0.1, -1.2],
      [1.16, 1, -0.9],
      [1, 1.6, -0.5],
    ],
    5,
    {
      halfWidth: 0.2,
      layer: 'back',
      seed: 4,
      isGlossy: false,
      profile: 'leaf',
      wave: TEXTURE_WAVES[comb.hair.texture],
    },
  );
  return {
    cap: capOf(comb, comb.lift * 0.9),
    locks: [...tail, ...pulledBack(comb), ...fringeLocks(comb)],
  };
}
