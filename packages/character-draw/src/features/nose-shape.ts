import type { NoseShape } from '@avatar/character';
import { mix } from '@avatar/image';
import type { Point3 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';

/** What a kind of nose changes. */
interface NoseKind {
  /** Height of the bridge. */
  readonly bridge: number;
  /** Shift of the tip, positive lower. */
  readonly tip: number;
  /** Factor of the width of the wings. */
  readonly wings: number;
  /** Roundness of the tip. */
  readonly roundness: number;
}

const NOSE_KINDS: Readonly<Record<NoseShape, NoseKind>> = {
  straight: { bridge: 0, tip: 0, wings: 1, roundness: 0.5 },
  aquiline: { bridge: 0.05, tip: 0.03, wings: 0.95, roundness: 0.35 },
  broad: { bridge: -0.012, tip: 0, wings: 1.12, roundness: 0.8 },
  bulbous: { bridge: 0, tip: 0.012, wings: 1.04, roundness: 1.15 },
  button: { bridge: -0.02, tip: -0.025, wings: 0.8, roundness: 0.8 },
  snub: { bridge: -0.035, tip: -0.05, wings: 0.92, roundness: 0.7 },
};

/** The nose as a ridge of seven points over the face, and its wings. */
export interface NoseGeometry {
  readonly kind: NoseKind;
  /** Half the width of the wings. */
  readonly halfWidth: number;
  /** Height of the base. */
  readonly baseY: number;
  /** How far the tip stands out. */
  readonly protrusion: number;
  /** From between the brows to the lip. */
  readonly ridge: readonly Point3[];
  readonly tip: Point3;
}

export function noseGeometry({ head, proportions, person }: Rig): NoseGeometry {
  const { nose } = person.character;
  const kind = NOSE_KINDS[nose.shape];
  const { front } = head;
  const halfWidth =
    mix(0.115, 0.27, nose.width) * mix(1, proportions.noseSize, 0.5) * (1 + 0.08 * person.age);
  const baseY = proportions.noseY + mix(-0.085, 0.095, nose.length) + 0.02 * person.age;
  const protrusion = (0.2 + 0.08 * nose.length + 0.05 * nose.bridge) * proportions.noseSize;
  const bridge = mix(0.02, 0.085, nose.bridge) + kind.bridge * 0.6;
  return {
    kind,
    halfWidth,
    baseY,
    protrusion,
    ridge: [
      [0, -0.16, front(-0.16)],
      [0, 0.06, front(0.06) + bridge * 0.7],
      [0, 0.3, front(0.3) + bridge + protrusion * 0.42],
      [0, baseY - 0.1, front(baseY) + protrusion * 0.93],
      [0, baseY - 0.045, front(baseY) + protrusion],
      [0, baseY + 0.025, front(baseY) + protrusion * 0.72],
      [0, baseY + 0.055, front(baseY) + protrusion * 0.2],
    ],
    tip: [0, baseY - 0.055, front(baseY) + protrusion],
  };
}
