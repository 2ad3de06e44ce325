import type { Rig } from '../../rig/rig.js';
import { capOf, combFor } from '../comb.js';
import { fringeLocks } from '../fringe.js';
import { bothSides, type Hairdo } from '../lock.js';
import { sheet } from '../sheet.js';
import { TEXTURE_WAVES } from '../wave.js';

export function bob(rig: Rig): Hairdo {
  const { hair } = rig.person.character;
  const comb = combFor(rig, 0.12 + 0.12 * hair.volume);
  const { scalp, lift } = comb;
  const full = TEXTURE_WAVES[hair.texture];
  const wave = full && { ...full, amplitude: full.amplitude * 0.7 };
  const behind = sheet(
    [scalp(60, 60, -0.1), [1.06, -0.3, -0.2], [1.2, 0.6, -0.2], [1, 1.34, -0.15]],
    [scalp(170, 60, -0.1), [0.25, -0.2, -1.1], [0.2, 0.8, -1], [0.15, 1.36, -0.8]],
    5,
    { halfWidth: 0.34, layer: 'back', seed: 2, isGlossy: false },
  );
  const hasMiddleParting = hair.part === 'center' || hair.part === 'none';
  const fringe = hair.fringe === 'none' ? (hasMiddleParting ? 'curtain' : 'side') : hair.fringe;
  const sides = sheet(
    [
      scalp(34, 88),
      scalp(62, 60, -0.02),
      scalp(74, 34),
      [1.06, -0.15, 0.44],
      [1.09, 0.5, 0.46],
      [1.02, 0.95, 0.5],
      [0.78, 1.24, 0.56],
    ],
    [
      scalp(80, 88),
      scalp(94, 52),
      scalp(97, 20, 0.04),
      [1.28, 0, 0],
      [1.31, 0.6, 0],
      [1.21, 1.05, 0.02],
      [0.97, 1.36, 0.1],
    ],
    5,
    { halfWidth: 0.23, seed: 5, lengthSpread: 0.05, reversed: true, toneSpread: 0.7, wave },
  );
  return {
    cap: capOf(comb, lift * 0.8, { nape: 0.2, hairlineY: -0.84 }),
    locks: [...bothSides(behind), ...fringeLocks(comb, fringe), ...bothSides(sides)],
    sheen: hair.texture === 'straight' ? { lift: lift + 0.02 } : undefined,
  };
}
