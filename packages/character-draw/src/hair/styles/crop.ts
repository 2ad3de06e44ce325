import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap, parted } from '../comb.js';
import { bothSides, type Hairdo } from '../lock.js';
import { sheet } from '../sheet.js';

export function crop(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.09 + 0.1 * rig.person.character.hair.volume);
  const { scalp, face } = comb;
  const locks = [
    ...bothSides(
      sheet(
        [scalp(118, 30, -0.07), scalp(100, 46), scalp(84, 66, 0.03)],
        [scalp(80, 24, -0.06), scalp(74, 44, 0.02), scalp(58, 68, 0.05)],
        4,
        { halfWidth: 0.16, seed: 3, profile: 'leaf', isGlossy: false },
      ),
    ),
    ...sheet(
      [scalp(-80, 66), scalp(-64, 52, 0.08), scalp(-52, 34, 0.1), face(-0.74, -0.58, 0.05)],
      [scalp(64, 80), scalp(54, 58, 0.1), scalp(46, 38, 0.12), face(0.7, -0.6, 0.06)],
      8,
      { halfWidth: 0.2, seed: 5, jitter: 0.7, lengthSpread: 0.5, toneSpread: 1.1 },
    ),
    ...sheet(
      [scalp(-34, 70, 0.02), scalp(-26, 52, 0.14), scalp(-14, 38, 0.16), face(-0.12, -0.7, 0.12)],
      [scalp(20, 72, 0.02), scalp(26, 54, 0.14), scalp(34, 38, 0.16), face(0.56, -0.66, 0.1)],
      4,
      { halfWidth: 0.16, seed: 12, profile: 'leaf', lengthSpread: 0.5 },
    ),
  ];
  return { cap: croppedCap(comb, 0.045, { hairlineY: -0.76 }), locks: parted(comb, locks) };
}
