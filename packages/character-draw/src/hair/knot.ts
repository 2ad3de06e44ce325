import type { Point3 } from '@avatar/vector';
import type { HairLayer, Lock } from './lock.js';

/** A knot of hair: a ball wrapped by crescents. */
export function knot([x, y, z]: Point3, radius: number, layer: HairLayer = 'knot'): Lock[] {
  const ball: Lock = {
    centre: [
      [x, y - radius * 0.95, z],
      [x, y, z],
      [x, y + radius * 0.95, z],
    ],
    halfWidth: radius * 1.02,
    profile: 'ball',
    tone: 0,
    layer,
    isGlossy: false,
    hasEdge: false,
  };
  const crescents = Array.from({ length: 7 }, (_, i): Lock => {
    const start = -2.6 + i * 0.55;
    const share = 0.78 - 0.06 * i;
    return {
      centre: Array.from({ length: 5 }, (_unused, j): Point3 => {
        const angle = start + j * 0.62;
        return [
          x + Math.cos(angle) * radius * share * (1 - 0.08 * j),
          y + Math.sin(angle) * radius * share * (1 - 0.1 * j),
          z + 0.05,
        ];
      }),
      halfWidth: radius * 0.3,
      profile: 'leaf',
      tone: ((i % 3) - 1) * 0.5,
      layer,
      isGlossy: false,
      hasEdge: true,
      hasBothEdges: true,
    };
  });
  return [ball, ...crescents];
}
