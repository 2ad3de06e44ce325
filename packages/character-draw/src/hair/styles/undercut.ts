import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap, parted } from '../comb.js';
import type { Hairdo } from '../lock.js';
import { sheet } from '../sheet.js';

export function undercut(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.1 + 0.12 * rig.person.character.hair.volume);
  const { scalp, face } = comb;
  const locks = [
    ...sheet(
      [
        scalp(-56, 82, -0.05),
        scalp(-20, 84, 0.1),
        scalp(50, 66, 0.12),
        scalp(88, 38, 0.12),
        [1.16, -0.1, 0.3],
        [1.06, 0.3, 0.45],
      ],
      [
        scalp(-44, 60, -0.05),
        scalp(-10, 62, 0.2),
        scalp(38, 50, 0.2),
        face(0.8, -0.62, 0.34),
        [1.08, -0.12, 0.62],
        [0.96, 0.26, 0.7],
      ],
      6,
      { halfWidth: 0.2, seed: 5, profile: 'leaf', lengthSpread: 0.2 },
    ),
    ...sheet(
      [
        scalp(-44, 56, -0.05),
        scalp(-18, 54, 0.22),
        scalp(18, 44, 0.24),
        face(0.56, -0.6, 0.3),
        face(0.86, -0.16, 0.26),
        face(0.88, 0.2, 0.2),
      ],
      [
        face(-0.46, -0.8, 0),
        scalp(-22, 42, 0.2),
        scalp(2, 36, 0.22),
        face(0.3, -0.52, 0.24),
        face(0.6, -0.2, 0.2),
        face(0.74, 0.02, 0.14),
      ],
      5,
      { halfWidth: 0.17, seed: 8, profile: 'leaf', lengthSpread: 0.2 },
    ),
  ];
  return { cap: croppedCap(comb, 0.03), locks: parted(comb, locks) };
}
