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
      [0.1, -1.36, -0.85],
      [0.82, -1.62, -1.05],
      [1.5, -0.75, -1],
      [1.62, 0.6, -0.7],
      [1.3, 1.75, -0.3],
    ],
    [
      [0, -1.1, -1.05],
      [0.62, -1, -1.3],
      [1.12, -0.3, -1.2],
      [1.24, 0.8, -0.9],
      [1.06, 1.55, -0.5],
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
    cap: capOf(comb, comb.lift * 0.9, { sideburnY: 0.04 }),
    locks: [...tail, ...pulledBack(comb), ...fringeLocks(comb)],
  };
}
