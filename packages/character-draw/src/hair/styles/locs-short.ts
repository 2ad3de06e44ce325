import type { Rig } from '../../rig/rig.js';
import { capOf, combFor, parted } from '../comb.js';
import { bothSides, mirrored, type Hairdo } from '../lock.js';
import { sheet, type SheetOptions } from '../sheet.js';

const ROPE: SheetOptions = {
  profile: 'rope',
  halfWidth: 0.09,
  alternates: true,
  toneSpread: 0.3,
  jitter: 0.6,
  lengthSpread: 0.4,
  wave: { amplitude: 0.03, frequency: 1.4, from: 0.2 },
  hasBothEdges: true,
};

export function locsShort(rig: Rig): Hairdo {
  const comb = combFor(rig);
  const { scalp, face } = comb;
  const behind = bothSides(
    sheet(
      [scalp(75, 70), scalp(88, 40, 0.06), [1.22, 0.05, 0], [1.26, 0.52, 0.05]],
      [scalp(150, 60), scalp(150, 20), [0.5, 0.3, -1], [0.5, 0.75, -0.9]],
      7,
      { ...ROPE, layer: 'back', seed: 2 },
    ),
  );
  const sides = bothSides(
    sheet(
      [scalp(60, 84), scalp(92, 46, 0.1), [1.26, -0.1, 0.1], [1.24, 0.42, 0.2]],
      [scalp(20, 80), scalp(62, 40, 0.1), [1, -0.3, 0.55], [1.06, 0.2, 0.5]],
      6,
      { ...ROPE, seed: 5 },
    ),
  );
  const front = [
    ...sheet(
      [scalp(-20, 80), scalp(-6, 52, 0.16), face(0.22, -0.72, 0.24), face(0.4, -0.34, 0.18)],
      [scalp(10, 86), scalp(44, 48, 0.16), face(0.76, -0.52, 0.22), face(0.94, 0, 0.16)],
      6,
      { ...ROPE, seed: 8, lengthSpread: 0.5 },
    ),
    ...mirrored(
      sheet(
        [scalp(24, 74), scalp(34, 50, 0.14), face(0.5, -0.62, 0.2), face(0.66, -0.32, 0.16)],
        [scalp(30, 84), scalp(60, 48, 0.14), face(0.86, -0.4, 0.18), face(0.95, 0, 0.12)],
        3,
        { ...ROPE, seed: 4 },
      ),
    ),
  ];
  return {
    cap: capOf(comb, comb.lift * 0.8, { nape: 0.4 }),
    locks: [...behind, ...sides, ...parted(comb, front)],
  };
}
