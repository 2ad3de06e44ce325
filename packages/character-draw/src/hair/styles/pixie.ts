import type { Rig } from '../../rig/rig.js';
import { capOf, combFor, parted } from '../comb.js';
import { bothSides, type Hairdo } from '../lock.js';
import { sheet } from '../sheet.js';

export function pixie(rig: Rig): Hairdo {
  const comb = combFor(rig);
  const { scalp, face, lift } = comb;
  const sides = sheet(
    [scalp(110, 40, -0.02), [1.1, -0.1, -0.3], [1.02, 0.42, -0.25]],
    [scalp(70, 50), scalp(86, 18, 0.02), [0.99, 0.25, 0.2]],
    4,
    { halfWidth: 0.19, seed: 2, profile: 'leaf' },
  );
  const top = [
    ...sheet(
      [scalp(-60, 80), scalp(-62, 44, 0.06), face(-0.84, -0.3, 0.1), face(-0.92, 0.1, 0.05)],
      [scalp(-26, 70), scalp(-34, 46, 0.1), face(-0.66, -0.5, 0.14), face(-0.78, -0.12, 0.08)],
      3,
      { halfWidth: 0.17, seed: 5, profile: 'leaf' },
    ),
    ...sheet(
      [scalp(-60, 86), scalp(40, 70, 0.1), scalp(76, 36, 0.1), [1, -0.1, 0.3], [0.98, 0.22, 0.3]],
      [
        scalp(-26, 62),
        scalp(0, 48, 0.12),
        face(0.3, -0.66, 0.2),
        face(0.62, -0.3, 0.14),
        face(0.78, -0.06, 0.1),
      ],
      6,
      { halfWidth: 0.2, seed: 7, profile: 'leaf', lengthSpread: 0.2 },
    ),
  ];
  return {
    cap: capOf(comb, lift * 0.7, { nape: 0.5, hairlineY: -0.75 }),
    locks: [...bothSides(sides), ...parted(comb, top)],
    sheen: { lift: lift + 0.04, thickness: 6 },
  };
}
