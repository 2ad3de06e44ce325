import { createHash } from 'node:crypto';
import { personOf } from './photo-sets.js';
import type { PairsFile } from './likeness-pairs.js';

export const HALVES = ['calibration', 'held-out'] as const;

/** A scale is set on one half of the people and tested on the other; nobody is in both. */
export type Half = (typeof HALVES)[number];

const halfOf = (person: string): Half => HALVES[createHash('sha256').update(person).digest()[0] & 1];

/** The people of one half, and the pairs of which both are in it. */
export function peopleOfHalf({ people, pairs }: PairsFile, half: Half): PairsFile {
  return {
    people: people.filter(({ person }) => halfOf(person) === half),
    pairs: pairs.filter(({ photos }) => photos.every((file) => halfOf(personOf(file)) === half)),
  };
}
