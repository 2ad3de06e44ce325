import type { FacialHairStyle } from '@avatar/character';
import { mix } from '@avatar/image';
import type { Point3 } from '@avatar/vector';
import type { Lock } from '../hair/lock.js';
import type { Rig } from '../rig/rig.js';
import { moustacheForm } from './moustache-form.js';
import { mouthGeometry } from './mouth-shape.js';

/** How far a beard hangs under the chin, in head units. */
export const BEARD_LENGTHS: Readonly<Record<FacialHairStyle, number>> = {
  none: 0,
  stubble: 0,
  moustache: 0,
  goatee: 0.1,
  short_beard: 0.05,
  full_beard: 0.2,
  long_beard: 0.62,
};

const LOCK = { layer: 'front', isGlossy: false, hasEdge: true } as const;

/** Locks of full and long beards, from the chin outwards to the sideburns. */
export function beardLocks(rig: Rig): Lock[] {
  const { style } = rig.person.character.facial_hair;
  if (style !== 'full_beard' && style !== 'long_beard') return [];
  const { head } = rig;
  const random = rig.person.random(3);
  const length = BEARD_LENGTHS[style];
  const count = style === 'long_beard' ? 15 : 13;
  const locks = Array.from({ length: count }, (_, i) => {
    const t = (i / (count - 1)) * 2 - 1;
    const a = Math.abs(t);
    const rootY = mix(1.16, 0.42, a ** 1.5);
    const limit = head.halfWidth(Math.min(rootY, 1.2)) * 0.98;
    const x = Math.sign(t) * Math.min(Math.abs(t * mix(0.6, 0.97, a)), limit);
    const depth = head.surface(x, rootY);
    const tipY = mix(head.chinY + length, rootY + 0.42 + length * 0.3, a ** 0.8);
    const lock: Lock = {
      ...LOCK,
      centre: [
        [x, rootY, depth + 0.02],
        [x * 1.03, rootY + 0.18 + 0.12 * (1 - a), depth * 0.94 + 0.02],
        [x * mix(0.62, 0.98, a), tipY + (random() - 0.5) * 0.09, depth * 0.86],
      ],
      halfWidth: (0.19 - 0.05 * a) * (i % 2 === 1 ? 0.78 : 1.1),
      profile: 'fall',
      tone: (random() - 0.5) * 1.1,
    };
    return { lock, order: -a };
  });
  return locks.sort((p, q) => p.order - q.order).map(({ lock }) => lock);
}

/** Three locks to either side, from under the nose. */
export function moustacheLocks(rig: Rig): Lock[] {
  const { style } = rig.person.character.facial_hair;
  if (style === 'none' || style === 'stubble') return [];
  const { head, proportions, person } = rig;
  const mouth = mouthGeometry(rig);
  // A rounded mouth keeps the moustache at its full width.
  const width = mouth.halfWidth / mix(1, 0.62, person.expression.round);
  const { height, reach, droop } = moustacheForm(person);
  const on = (x: number, y: number, lift: number): Point3 => [x, y, head.surface(x, y) + lift];
  const y = proportions.noseY + 0.13;
  return [-1, 1].flatMap((side) =>
    [0, 0.5, 1].map((t, i): Lock => ({
      ...LOCK,
      centre: [
        on(side * 0.015, y + 0.02 + t * 0.04, 0.08),
        on(side * width * 0.5, mix(y + 0.01, mouth.y - 0.07, t * Math.min(1, height)), 0.07),
        on(
          side * width * (1.02 + 0.1 * (1 - t)) * reach,
          mix(mouth.y - 0.02, mouth.y + 0.05, t) + droop,
          0.04,
        ),
      ],
      halfWidth: 0.062 * height,
      profile: 'leaf',
      tone: (i - 1) * 0.4,
    })),
  );
}
