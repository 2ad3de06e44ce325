import type { FilledCharacter, HairStyle } from '@avatar/character';
import { mix, smoothstep } from '@avatar/image';
import { sample3, spread3, type Point3 } from '@avatar/vector';
import { showsEarrings } from '../looks/unsupported.js';
import type { Lock } from './lock.js';

/** Hair that falls over the ears. */
const OVER_EARS = new Set<HairStyle>([
  'bob',
  'lob',
  'pixie',
  'half_up',
  'long_straight',
  'long_wavy',
  'long_curly',
  'long_locs',
]);

/** Whether hair lies behind the ears: who wears something in them shows it. */
export const isTucked = (character: FilledCharacter): boolean =>
  OVER_EARS.has(character.hair.style) &&
  character.accessories.some((worn) => worn === 'earrings' || worn === 'hoops') &&
  showsEarrings(character);

const STEPS = 18;
/** Where an ear is, in head units. */
const EAR = { top: -0.62, middle: -0.1, bottom: 0.6, end: 1.9 };
/** Depth behind the ear. */
const BEHIND = -0.34;

/** Locks led behind the ears, and forward again below them. */
export const tuckedBehindEars = (locks: readonly Lock[]): Lock[] =>
  locks.map((lock) =>
    lock.layer === 'front' || lock.layer === 'mid'
      ? { ...lock, centre: spread3(sample3(lock.centre, 6), STEPS).map(behindEar) }
      : lock,
  );

function behindEar([x, y, z]: Point3): Point3 {
  const beside = smoothstep(0.66, 0.88, Math.abs(x));
  const near = smoothstep(EAR.top, EAR.middle, y) * (1 - smoothstep(EAR.bottom, EAR.end, y)) * beside;
  return [x * mix(1, 0.96, near), y, Math.min(z, mix(z, BEHIND, near))];
}
