import type { MouthShape } from '@avatar/character';
import { mix } from '@avatar/image';
import type { Point2 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';

/** What a kind of mouth changes. */
interface MouthKind {
  /** Heights of the lips. */
  readonly upper: number;
  readonly lower: number;
  /** Depth of the bow: less is deeper. */
  readonly bow: number;
  /** Where the peaks of the bow stand. */
  readonly peak: number;
  /** Fullness towards the corners. */
  readonly corners: number;
  readonly width: number;
}

const MOUTH_KINDS: Readonly<Record<MouthShape, MouthKind>> = {
  bow: { upper: 1, lower: 1, bow: 0.62, peak: 0.2, corners: 0.62, width: 1 },
  full: { upper: 1.12, lower: 1.18, bow: 0.76, peak: 0.22, corners: 0.78, width: 0.97 },
  thin: { upper: 0.55, lower: 0.62, bow: 0.85, peak: 0.26, corners: 0.6, width: 1.06 },
  wide: { upper: 0.8, lower: 0.9, bow: 0.86, peak: 0.25, corners: 0.72, width: 1.14 },
  pout: { upper: 1.02, lower: 1.3, bow: 0.5, peak: 0.24, corners: 0.4, width: 0.84 },
};

export interface MouthGeometry {
  readonly kind: MouthKind;
  readonly halfWidth: number;
  /** Height of the middle. */
  readonly y: number;
  /** Factor of the heights of the lips. */
  readonly fullness: number;
  /** A point on the face: x in head units, height under the middle. */
  readonly at: (x: number, dy: number, lift?: number) => Point2;
  /** How far the mouth line is below the middle, x from -1 to 1. */
  readonly lineAt: (share: number) => number;
}

export function mouthGeometry(rig: Rig): MouthGeometry {
  const { person, proportions, head } = rig;
  const { mouth } = person.character;
  const { expression, asymmetry } = person;
  const kind = MOUTH_KINDS[mouth.shape];
  const halfWidth =
    mix(0.23, 0.435, mouth.width) *
    kind.width *
    proportions.mouthSize *
    (1 + 0.16 * Math.max(0, expression.smile)) *
    mix(1, 0.55, expression.round);
  const y = proportions.mouthY + (head.chinY - 1.41) * 0.55 - 0.012 * expression.smile;
  const { smile, skew } = expression;
  const curve = smile > 0 ? 0.022 * smile : -0.012;
  const lineAt = (share: number) => {
    const here = smile * (1 + skew * share * 0.9);
    return (here > 0 ? -0.075 : -0.12) * here * share * share + curve * (1 - share * share);
  };
  return {
    kind,
    halfWidth,
    y,
    fullness: mix(0.55, 1.5, mouth.fullness) * (1 - 0.22 * person.age),
    at: (x, dy, lift = 0) =>
      rig.at(x, y + dy + asymmetry.mouth * x, head.surface(x, y) + 0.03 * (1 - Math.abs(x) / 0.5) + lift),
    lineAt,
  };
}
