import type { Rig } from '../../rig/rig.js';
import { bodyOf, combFor, croppedCap } from '../comb.js';
import type { Hairdo } from '../lock.js';
import { pulledBack } from '../pulled-back.js';

export function slickBack(rig: Rig): Hairdo {
  const comb = combFor(rig, bodyOf(rig) * 0.9);
  return { cap: croppedCap(comb, 0.06, { sideburnY: 0.04 }), locks: pulledBack(comb) };
}
