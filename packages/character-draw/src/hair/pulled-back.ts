import { clamp, mix } from '@avatar/image';
import { capOf, type Comb } from './comb.js';
import { hairline } from './hairline.js';
import type { Lock } from './lock.js';

/** Hair combed back over the skull: every lock starts on the hairline and runs to one place. */
export function pulledBack(
  comb: Comb,
  {
    count = 13,
    to = [0, 88] as readonly [azimuth: number, elevation: number],
    recession = comb.hair.recession,
  } = {},
): Lock[] {
  const line = hairline(comb.rig, capOf(comb, comb.lift, { recession }));
  const locks = Array.from({ length: count }, (_, i) => {
    const root = line[Math.round(mix(4, line.length - 5, i / (count - 1)))];
    const azimuth = (Math.atan2(root[0], root[2] + 0.08) * 180) / Math.PI;
    const elevation = (Math.asin(clamp(-(root[1] + 0.42) / 1.1, -1, 1)) * 180) / Math.PI;
    const lock: Lock = {
      centre: [
        // The cap draws the hairline: locks that begin on it would hang over it like drops.
        comb.scalp(azimuth * 0.99, mix(elevation, 80, 0.1), -0.04),
        comb.scalp(azimuth * 0.97, mix(elevation, 80, 0.28)),
        comb.scalp(azimuth * 0.85, mix(elevation, 84, 0.62), 0.02),
        comb.scalp(to[0], to[1], 0.02),
      ],
      halfWidth: 0.17 + 0.06 * comb.random(),
      profile: 'swoosh',
      tone: (comb.random() - 0.5) * 0.9,
      layer: 'front',
      isGlossy: true,
      hasEdge: true,
    };
    return { lock, order: -Math.abs(azimuth) };
  });
  return locks.sort((a, b) => a.order - b.order).map(({ lock }) => lock);
}
