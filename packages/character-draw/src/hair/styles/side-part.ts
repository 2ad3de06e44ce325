import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap, parted } from '../comb.js';
import type { Hairdo } from '../lock.js';
import { sheet } from '../sheet.js';

export function sidePart(rig: Rig): Hairdo {
  const comb = combFor(rig);
  const { scalp, face } = comb;
  const locks = [
    ...sheet(
      [scalp(-120, 55, -0.06), scalp(-80, 60, 0.02), scalp(-70, 35), [-0.99, -0.15, 0.1]],
      [scalp(-40, 62), scalp(-56, 48, 0.03), scalp(-66, 28, 0.02), face(-0.9, -0.28, 0.03)],
      4,
      { halfWidth: 0.16, seed: 3, profile: 'leaf' },
    ),
    ...sheet(
      [scalp(-70, 86, -0.04), scalp(20, 88, 0.06), scalp(78, 56, 0.05), scalp(92, 20), [1.02, 0.02, 0]],
      [scalp(-36, 56), scalp(2, 58, 0.18), scalp(44, 44, 0.16), scalp(70, 24, 0.05), face(0.93, -0.25, 0.02)],
      6,
      { halfWidth: 0.19, seed: 6, profile: 'leaf', jitter: 0.2 },
    ),
    ...sheet(
      [
        scalp(-34, 54),
        scalp(-14, 56, 0.22),
        scalp(26, 46, 0.22),
        scalp(58, 28, 0.1),
        face(0.86, -0.42, 0.05),
      ],
      [
        scalp(-34, 49, -0.02),
        scalp(-16, 45, 0.18),
        scalp(14, 38, 0.2),
        scalp(44, 24, 0.12),
        face(0.74, -0.55, 0.06),
      ],
      4,
      { halfWidth: 0.16, seed: 8, profile: 'leaf' },
    ),
  ];
  return { cap: croppedCap(comb), locks: parted(comb, locks) };
}
