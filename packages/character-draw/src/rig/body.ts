import { mix } from '@avatar/image';
import type { Point3 } from '@avatar/vector';
import type { Person } from './person.js';

/** Measures below the chin, in head units. Body space is head space, turned less than the head. */
export interface Body {
  /** Half the width of the neck. */
  readonly neck: number;
  /** Half the width of the shoulders. */
  readonly shoulder: number;
  /** Height of the line of the shoulders. */
  readonly top: number;
  /** Half the width of the waist. */
  readonly waist: number;
}

/** @param neckShare factor of the neck that a look wants */
export function bodyOf(person: Person, neckShare = 1): Body {
  const { shoulders, build } = person.character.body;
  const weight = build - 0.5;
  const shoulder = mix(1.62, 2.25, shoulders) + 0.22 * weight;
  return {
    neck: (mix(0.4, 0.62, shoulders) + 0.1 * weight) * neckShare,
    shoulder,
    top: 2.12 + mix(0.06, -0.02, shoulders),
    waist: shoulder * (0.74 + 0.2 * weight),
  };
}

/** Outline of neck, shoulders and sides, each from the neck down. Arms hang where no gesture lifts them. */
export function torsoOutline(
  { neck, shoulder, top, waist }: Body,
  armsHang: boolean,
  grow = 0,
): { readonly left: readonly Point3[]; readonly right: readonly Point3[] } {
  const neckline: Point3[] = [
    [neck + grow * 0.3, 1, -0.15],
    [neck + grow * 0.3, 1.55, -0.15],
    [neck + 0.14 + grow, 1.84, -0.15],
    [shoulder * 0.62, top - 0.06 - grow, -0.15],
  ];
  const side: Point3[] = armsHang
    ? [
        [shoulder * 0.88, top + 0.07 - grow * 0.9, -0.15],
        [shoulder + 0.06 + grow, top + 0.42, -0.12],
        [shoulder + 0.14 + grow, top + 1.1, -0.1],
        [shoulder + 0.16 + grow, 6.2, -0.1],
      ]
    : [
        [shoulder * 0.84, top + 0.08 - grow * 0.9, -0.15],
        [shoulder * 0.9 + grow, top + 0.5, -0.1],
        [shoulder * 0.84 + grow, top + 1.3, -0.1],
        [waist + grow, top + 2.4, -0.1],
        [waist + 0.04 + grow, 6.2, -0.1],
      ];
  const right = [...neckline, ...side];
  return { right, left: right.map(([x, y, z]): Point3 => [-x, y, z]) };
}
