import { mix } from '@avatar/image';
import type { Rig } from '../../rig/rig.js';
import { combFor, croppedCap } from '../comb.js';
import type { Hairdo, Lock } from '../lock.js';

const HEIGHTS = [1.1, 0.82, 1, 0.7, 1.12, 0.9, 0.76];
/** Rows of spikes from the back to the front. */
const ROWS = [
  { count: 6, spread: 0.62, z: -0.4, dy: -0.06 },
  { count: 7, spread: 0.5, z: 0.1, dy: 0.06 },
  { count: 7, spread: 0.36, z: 0.5, dy: 0.22 },
];
const FRONT: readonly (readonly [x: number, share: number])[] = [
  [-0.24, 0.9],
  [0.25, 1],
  [-0.1, 1.1],
  [0.13, 0.95],
  [0.02, 1.15],
];

const SPIKE = { profile: 'leaf', layer: 'front', hasEdge: true, hasBothEdges: true } as const;

export function mohawk(rig: Rig): Hairdo {
  const comb = combFor(rig, 0.1);
  const { face, random, hair } = comb;
  const height = 0.42 + 0.42 * hair.volume;
  const crestY = (x: number) => -1.62 - height * (1 - 1.5 * x * x);
  const crest = ROWS.flatMap(({ count, spread, z, dy }) =>
    Array.from({ length: count }, (_, i): Lock => {
      const x = ((i / (count - 1)) * 2 - 1) * spread;
      const share = HEIGHTS[i % HEIGHTS.length];
      return {
        ...SPIKE,
        centre: [
          [x * 0.5, -1.2, z + 0.5],
          [x * 0.8, -1.5, z + 0.3],
          [x * 1.1 + 0.05, mix(-1.55, crestY(x), 0.55) + dy, z + 0.1],
          [x * 1.35 + 0.16 * share, crestY(x) + dy + (1 - share) * 0.5, z - 0.1],
        ],
        halfWidth: 0.15 * share,
        tone: (random() - 0.5) * 1.4,
        isGlossy: false,
      };
    }),
  );
  const front = FRONT.map(([x, share]): Lock => ({
    ...SPIKE,
    centre: [
      face(x * 0.8, -0.78, 0.02),
      [x * 1.2, -1.16, 0.98],
      [x * 1.5 + 0.03, -1.5, 0.86],
      [x * 1.8 + 0.1, -1.66 - height * 0.35 * share, 0.5],
    ],
    halfWidth: 0.13 * share,
    tone: x * 3,
    isGlossy: true,
  }));
  return { cap: croppedCap(comb, 0.03), locks: [...crest, ...front] };
}
