import type { FilledCharacter } from '@avatar/character';
import type { Point3 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';
import { mirrored, type HairCap, type Lock } from './lock.js';

/** What a style is groomed with: places on the head, the wishes, and seeded numbers. */
export interface Comb {
  readonly rig: Rig;
  readonly hair: FilledCharacter['hair'];
  /** Height of the hair over the skull. */
  readonly lift: number;
  /** Point over the scalp at the height of the hair. */
  readonly scalp: (azimuth: number, elevation: number, extra?: number) => Point3;
  /** Point over the face. */
  readonly face: (x: number, y: number, lift?: number) => Point3;
  readonly random: () => number;
}

/** @param lift of the hair; by default from its volume */
export function combFor(rig: Rig, lift = bodyOf(rig)): Comb {
  return {
    rig,
    hair: rig.person.character.hair,
    lift,
    scalp: (azimuth, elevation, extra = 0) => rig.scalp(azimuth, elevation, lift + extra),
    face: (x, y, extra = 0.08) => [x, y, rig.head.surface(x, y) + extra],
    random: rig.person.random(31),
  };
}

/** Height that the volume of the hair gives. */
export const bodyOf = (rig: Rig): number => 0.08 + 0.14 * rig.person.character.hair.volume;

/** Styles are groomed for a parting on the left of the picture. */
export const parted = ({ hair }: Comb, locks: readonly Lock[]): readonly Lock[] =>
  hair.part === 'right' ? mirrored(locks) : locks;

export function capOf({ hair }: Comb, lift: number, cap: Partial<HairCap> = {}): HairCap {
  return {
    lift,
    nape: 0.5,
    hairlineY: -0.9,
    recession: hair.recession,
    sideburnY: 0.3,
    fades: false,
    ...cap,
  };
}

/** A cap for cropped sides. */
export const croppedCap = (comb: Comb, lift = 0.045, cap: Partial<HairCap> = {}): HairCap =>
  capOf(comb, lift, { nape: 0.52, fades: true, sideburnY: 0.14, ...cap });
