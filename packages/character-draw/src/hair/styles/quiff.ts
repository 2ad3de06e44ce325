import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap, parted } from '../comb.js';
import { bothSides, type Hairdo, type Lock } from '../lock.js';
import { sheet } from '../sheet.js';

export function quiff(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.1);
  const { scalp, face, hair } = comb;
  const h = 0.1 + 0.22 * hair.volume;
  const wave = hair.texture === 'straight' ? undefined : { amplitude: 0.04, frequency: 1.2, from: 0.2 };
  const root: Lock = {
    centre: [
      face(-0.8, -0.5, 0.02),
      face(-0.62, -0.7, 0.03),
      face(-0.3, -0.8, 0.05),
      face(0, -0.82, 0.06),
      face(0.3, -0.8, 0.05),
      face(0.62, -0.7, 0.03),
      face(0.82, -0.5, 0.02),
    ],
    halfWidth: 0.085,
    profile: 'leaf',
    tone: -0.5,
    layer: 'front',
    isGlossy: false,
    hasEdge: false,
  };
  const locks = [
    ...bothSides(
      sheet(
        [scalp(118, 35, -0.05), scalp(100, 52), scalp(90, 74, 0.08)],
        [scalp(80, 28, -0.05), scalp(74, 50, 0.04), scalp(60, 76, 0.1)],
        4,
        { halfWidth: 0.17, seed: 3, profile: 'leaf', isGlossy: false },
      ),
    ),
    ...sheet(
      [
        [-0.7, -0.98, 0.6],
        [-0.84, -1.15, 0.7],
        [-0.7, -1.42 - h * 0.3, 0.5],
        [-0.2, -1.66 - h * 0.5, 0.2],
      ],
      [
        [0.74, -0.96, 0.58],
        [1, -1.05, 0.66],
        [1.08, -1.38 - h * 0.3, 0.4],
        [0.98, -1.72 - h * 0.4, 0.1],
      ],
      7,
      { halfWidth: 0.21, seed: 5, profile: 'swoosh', lengthSpread: 0.12, wave },
    ),
    ...sheet(
      [
        [-0.5, -0.84, 0.84],
        [-0.72, -1.14, 1.06],
        [-0.42, -1.5 - h * 0.7, 0.95],
        [0.3, -1.74 - h, 0.5],
      ],
      [
        [0.56, -0.8, 0.8],
        [0.84, -1.02, 1],
        [1.02, -1.32 - h * 0.5, 0.8],
        [1.34, -1.5 - h * 0.3, 0.4],
      ],
      9,
      { halfWidth: 0.19, seed: 9, profile: 'swoosh', jitter: 0.3, lengthSpread: 0.14, wave },
    ),
    root,
  ];
  return { cap: croppedCap(comb, 0.06, { hairlineY: -0.73 }), locks: parted(comb, locks) };
}
