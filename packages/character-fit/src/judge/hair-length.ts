import type { HairShape } from '../measure/hair-shape.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading } from './reading.js';

export type HairLength = 'bald' | 'short' | 'bob' | 'shoulder' | 'long' | 'tied' | 'top_bun' | 'hidden';

/** Where hair has to fall, in head heights under the eyes: the chin lies at 0.5. */
const BOB = 0.24;
export const SHOULDER = 0.44;
const LONG = 0.62;

export function hairLength(
  shape: HairShape,
  { yawDegrees }: Circumstances,
  isCovered: boolean,
): Reading<HairLength> {
  const lowest = lowestOf(shape);
  const highest = Math.min(shape.falls[0].v, shape.falls[1].v);
  const isCut = shape.falls.some((fall) => fall.isCut);
  if (isCovered && lowest < BOB) return reading('hidden', 0.8);
  if (isKnot(shape) && lowest < 0.3) return reading('top_bun', 0.7);
  const length = byFall(shape, lowest, isCut);
  // On one side only, and hardly any of it: a lock behind the ear, or something dark beside the neck.
  if (length === 'bob' && highest < 0 && shape.below < 0.05) return reading('short', 0.5);
  if (length === 'bob' && highest < 0 && shape.below < 0.12 && yawDegrees > 15) return reading('tied', 0.45);
  const isClose = [BOB, SHOULDER, LONG].some((border) => Math.abs(lowest - border) < 0.045);
  const sure = (isCut && length !== 'short' ? 0.6 : 0.85) - (isClose ? 0.2 : 0);
  return reading(length, sure * (shape.crown.seen < 0.4 ? 0.7 : 1));
}

export const lowestOf = ({ falls }: HairShape): number => Math.max(falls[0].v, falls[1].v);

function byFall({ below, area, crown }: HairShape, lowest: number, isCut: boolean): HairLength {
  if (lowest > LONG || (isCut && lowest > 0.5 && below > 0.05)) return 'long';
  if (lowest > SHOULDER) return below > 0.13 ? 'shoulder' : 'bob';
  if (lowest > BOB) return 'bob';
  return area < 0.06 && crown.hair <= 0.3 ? 'bald' : 'short';
}

const isKnot = ({ knot: { high, wide } }: HairShape): boolean => high >= 0.2 && wide >= 0.15 && wide <= 0.37;
