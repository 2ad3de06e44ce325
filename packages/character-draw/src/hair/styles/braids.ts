import { mix } from '@avatar/image';
import type { Rig } from '../../rig/rig.js';
import { bodyOf, capOf, combFor } from '../comb.js';
import { bothSides, type Hairdo, type Lock } from '../lock.js';
import { sheet } from '../sheet.js';

const LINKS = 9;

/** Links that cross from either side in turn. */
function braid(): Lock[] {
  return Array.from({ length: LINKS }, (_, i) => {
    const t = i / (LINKS - 1);
    const x = mix(1, 0.82, t) + 0.08 * Math.sin(t * 3.1);
    const y = mix(0.62, 2.5, t);
    const z = mix(0.05, 0.8, t ** 0.6);
    const width = Math.min(0.1 + t * 0.6, mix(0.2, 0.125, t));
    const order = i % 2 === 1 ? [1, -1] : [-1, 1];
    return order.map((side): Lock => ({
      centre: [
        [x + side * width, y - 0.2, z],
        [x + side * width * 0.72, y, z + 0.04],
        [x - side * width * 0.1, y + 0.2, z + 0.02],
      ],
      halfWidth: width * 0.8,
      profile: 'leaf',
      tone: side * 0.35,
      layer: 'front',
      isGlossy: false,
      hasEdge: true,
      hasBothEdges: true,
      nearness: -0.2,
    }));
  }).flat();
}

function tassel(): Lock[] {
  const end = { layer: 'front', isGlossy: true, hasEdge: true } as const;
  return [
    ...[-0.05, 0, 0.05].map((q): Lock => ({
      ...end,
      centre: [
        [0.83 + q * 0.4, 2.56, 0.8],
        [0.83 + q * 1.5, 2.74, 0.8],
        [0.82 + q * 2.6, 2.96, 0.8],
      ],
      halfWidth: 0.07,
      profile: 'leaf',
      tone: q * 5,
    })),
    {
      ...end,
      centre: [
        [0.72, 2.6, 0.84],
        [0.83, 2.62, 0.86],
        [0.94, 2.6, 0.84],
      ],
      halfWidth: 0.06,
      profile: 'ball',
      tone: -2,
    },
  ];
}

export function braids(rig: Rig): Hairdo {
  const comb = combFor(rig, bodyOf(rig) * 0.7);
  const { scalp, lift } = comb;
  const top = sheet(
    [scalp(0, 84), scalp(50, 56), scalp(88, 26), [1.05, 0.3, -0.05], [1.02, 0.62, 0.1]],
    [scalp(0, 34), scalp(26, 34), scalp(62, 16, 0.02), [0.99, 0.2, 0.05], [1, 0.6, 0.15]],
    5,
    { halfWidth: 0.21, seed: 3, profile: 'leaf' },
  );
  return {
    cap: capOf(comb, lift * 0.9),
    locks: [...bothSides([...braid(), ...tassel()]), ...bothSides(top)],
    sheen: { lift: lift + 0.02, thickness: 7 },
  };
}
