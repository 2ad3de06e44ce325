import type { HairTexture } from '@avatar/character';
import type { Point3 } from '@avatar/vector';
import { bodyOf, combFor, type Comb } from './comb.js';
import { bothSides, mirrored, type Lock } from './lock.js';
import { sheet } from './sheet.js';
import { TEXTURE_WAVES } from './wave.js';
import type { Rig } from '../rig/rig.js';

export interface LongHairOptions {
  /** Height where it ends. Default 2.35. */
  readonly endY?: number;
  /** How far it stands out. Default 1.16. */
  readonly reach?: number;
  /** Added to the height over the skull. */
  readonly extraLift?: number;
  /** Locks a side. Default 6. */
  readonly count?: number;
  readonly texture?: HairTexture;
  /** Tips turn inwards (positive) or outwards. Default 0. */
  readonly turnIn?: number;
}

/** A curtain before the shoulders on either side, and the mass behind. */
export function longHair(
  rig: Rig,
  { endY = 2.35, reach = 1.16, extraLift = 0, count = 6, texture, turnIn = 0 }: LongHairOptions = {},
): { readonly comb: Comb; readonly locks: readonly Lock[] } {
  const comb = combFor(rig, bodyOf(rig) + extraLift);
  const { hair, lift, scalp } = comb;
  const wave = TEXTURE_WAVES[texture ?? hair.texture];
  const hasMiddleParting = hair.part === 'center' || hair.part === 'none';
  const parting = hasMiddleParting ? 0 : hair.part === 'right' ? 22 : -22;
  const behind = bothSides(
    sheet(
      [
        scalp(60, 62, -0.1),
        [1.12, -0.1, -0.25],
        [reach + 0.22, 1, -0.3],
        [reach + 0.14, endY * 0.7, -0.2],
        [reach - 0.1, endY, -0.15],
      ],
      [scalp(165, 60, -0.1), [0.3, -0.1, -1.1], [0.35, 0.9, -1], [0.3, endY * 0.7, -0.8], [0.2, endY, -0.7]],
      6,
      { halfWidth: 0.34, layer: 'back', seed: 2, isGlossy: false, wave },
    ),
  );
  const side = (sign: -1 | 1): Lock[] => {
    const from = sign * parting;
    const inner: Point3[] = [
      scalp(from + 1, 46, -0.02),
      scalp(from * 0.5 + 16, 42, 0.06),
      [Math.max(0.3, 0.46 + from * 0.006), -0.76, rig.head.surface(0.46, -0.76) + 0.14 + lift * 0.4],
      [0.86, -0.36, rig.head.surface(0.86, -0.36) + 0.12],
      [reach - 0.14, 0.5, 0.54],
      [reach - 0.1, 1.35, 0.62],
      [reach - 0.36 - turnIn, endY, 0.74],
    ];
    const outer: Point3[] = [
      scalp(from + 18, 84),
      scalp(92, 52, 0.03),
      scalp(95, 20, 0.05),
      [reach + 0.1, 0.05, 0.02],
      [reach + 0.22, 0.7, 0.02],
      [reach + 0.2, 1.5, 0.14],
      [reach + 0.02 - turnIn, endY * 0.97, 0.24],
    ];
    const locks = sheet(inner, outer, count, {
      halfWidth: 0.22,
      seed: sign > 0 ? 5 : 15,
      reversed: true,
      lengthSpread: 0.2,
      trim: 0.2,
      toneSpread: 1.3,
      wave,
    });
    return sign > 0 ? locks : mirrored(locks);
  };
  return { comb, locks: [...behind, ...side(-1), ...side(1)] };
}
