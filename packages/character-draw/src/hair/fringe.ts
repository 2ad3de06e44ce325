import type { Fringe } from '@avatar/character';
import type { Comb } from './comb.js';
import { parted } from './comb.js';
import { bothSides, type Lock } from './lock.js';
import { sheet } from './sheet.js';

/** Hair over the forehead. @param kind by default what the character asks for */
export function fringeLocks(comb: Comb, kind: Fringe = comb.hair.fringe): readonly Lock[] {
  return FRINGES[kind](comb);
}

const FRINGES: Readonly<Record<Fringe, (comb: Comb) => readonly Lock[]>> = {
  none: () => [],
  straight: straightFringe,
  side: (comb) => parted(comb, sideFringe(comb)),
  curtain: ({ scalp, face }) =>
    bothSides(
      sheet(
        [
          scalp(8, 80),
          scalp(28, 50, 0.08),
          face(0.6, -0.66, 0.18),
          face(0.92, -0.1, 0.16),
          [1.1, 0.5, 0.52],
          [0.98, 0.86, 0.56],
        ],
        [
          scalp(3, 52),
          scalp(11, 39, 0.08),
          face(0.3, -0.74, 0.15),
          face(0.64, -0.46, 0.15),
          face(0.9, 0, 0.13),
          [1.06, 0.36, 0.42],
        ],
        4,
        { halfWidth: 0.14, seed: 6, profile: 'leaf', toneSpread: 1.2 },
      ),
    ),
};

/** Large and small locks in turn, the small ones on top. */
function straightFringe({ scalp, face, random }: Comb): readonly Lock[] {
  const count = 8;
  const locks = Array.from({ length: count }, (_, i) => {
    const t = (i / (count - 1)) * 2 - 1;
    const azimuth = t * 66;
    const isLarge = i % 2 === 1;
    const lock: Lock = {
      centre: [
        scalp(azimuth * 0.35, 86, -0.05),
        scalp(azimuth * 0.8, 54),
        scalp(azimuth, 24, 0.04),
        face(
          t * 0.78 + (random() - 0.5) * 0.06 + 0.02,
          -0.2 + (isLarge ? 0.05 : -0.08) + Math.abs(t) * 0.1 + (random() - 0.5) * 0.04,
          0.1,
        ),
      ],
      halfWidth: 0.24 * (isLarge ? 1 : 0.72),
      profile: 'fall',
      tone: (isLarge ? 0.2 : -0.2) + (random() - 0.5) * 0.5,
      layer: 'front',
      isGlossy: true,
      hasEdge: true,
    };
    return { lock, order: (isLarge ? 0 : 2) + Math.abs(t) };
  });
  return locks.sort((a, b) => b.order - a.order).map(({ lock }) => lock);
}

const sideFringe = ({ scalp, face }: Comb): readonly Lock[] => [
  ...sheet(
    [scalp(-28, 70), scalp(6, 52, 0.08), face(0.5, -0.72, 0.2), face(0.86, -0.3, 0.12), face(0.95, 0.1, 0.1)],
    [
      scalp(-24, 46),
      scalp(-4, 30, 0.08),
      face(0.2, -0.6, 0.16),
      face(0.52, -0.32, 0.12),
      face(0.72, -0.12, 0.1),
    ],
    5,
    { halfWidth: 0.17, seed: 9, profile: 'leaf' },
  ),
  ...sheet(
    [scalp(-34, 66), scalp(-50, 40, 0.05), face(-0.8, -0.45, 0.14), face(-0.93, -0.05, 0.1)],
    [scalp(-30, 44), scalp(-40, 30, 0.04), face(-0.62, -0.55, 0.12), face(-0.82, -0.24, 0.1)],
    3,
    { halfWidth: 0.13, seed: 4, profile: 'leaf' },
  ),
];
