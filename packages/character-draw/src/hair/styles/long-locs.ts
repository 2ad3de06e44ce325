import type { Rig } from '../../rig/rig.js';
import { capOf, combFor } from '../comb.js';
import { bothSides, mirrored, type Hairdo, type Lock } from '../lock.js';
import { sheet, type SheetOptions } from '../sheet.js';

const ROPE: SheetOptions = {
  profile: 'rope',
  halfWidth: 0.125,
  alternates: true,
  toneSpread: 0.3,
  jitter: 0.35,
  lengthSpread: 0.5,
  wave: { amplitude: 0.03, frequency: 1.9, from: 0.2 },
  hasBothEdges: true,
};

export function longLocs(rig: Rig): Hairdo {
  const comb = combFor(rig);
  const { scalp } = comb;
  const behind = bothSides(
    sheet(
      [scalp(75, 60, -0.04), [1.15, 0, -0.3], [1.36, 1.1, -0.3], [1.4, 2.3, -0.2]],
      [scalp(165, 60, -0.04), [0.3, 0.1, -1.1], [0.3, 1.2, -1], [0.25, 2.5, -0.8]],
      8,
      { ...ROPE, layer: 'back', seed: 2, halfWidth: 0.11, isGlossy: false },
    ),
  );
  const side = (sign: -1 | 1): Lock[] => {
    const locks = sheet(
      [
        scalp(sign > 0 ? 2 : -2, 48),
        [0.46, -0.8, rig.head.surface(0.46, -0.8) + 0.16],
        [0.88, -0.36, rig.head.surface(0.88, -0.36) + 0.14],
        [1.08, 0.6, 0.55],
        [1.04, 1.5, 0.68],
        [0.9, 2.3, 0.82],
      ],
      [
        scalp(sign > 0 ? 10 : 30, 86),
        scalp(96, 44, 0.06),
        [1.26, -0.05, 0],
        [1.42, 0.8, 0.02],
        [1.44, 1.6, 0.14],
        [1.36, 2.6, 0.3],
      ],
      7,
      { ...ROPE, seed: sign > 0 ? 5 : 15, reversed: true },
    );
    return sign > 0 ? locks : mirrored(locks);
  };
  const fill = bothSides(
    sheet(
      [scalp(80, 50, -0.1), [0.95, 0.2, -0.3], [1, 1.1, -0.3], [0.9, 2, -0.2]],
      [scalp(120, 50, -0.1), [0.6, 0.2, -0.9], [0.6, 1.1, -0.8], [0.5, 2, -0.6]],
      3,
      { halfWidth: 0.36, layer: 'back', seed: 9, isGlossy: false, hasEdge: false },
    ),
  );
  return {
    cap: capOf(comb, comb.lift * 0.85, { nape: 0.4, hairlineY: -0.86 }),
    locks: [...fill, ...behind, ...side(-1), ...side(1)],
  };
}
