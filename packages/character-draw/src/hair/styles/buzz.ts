import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap } from '../comb.js';
import type { Hairdo } from '../lock.js';

export const buzz = (rig: Rig): Hairdo => ({
  cap: croppedCap(combFor(rig), 0.035, { sideburnY: 0.16 }),
  locks: [],
});
