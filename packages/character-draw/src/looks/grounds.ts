import type { HexColour } from '@avatar/vector';

/** Grounds that go with every person, by the seed. */
const GROUNDS: readonly HexColour[] = [
  '#f4c9b0',
  '#bfd9e8',
  '#d6cdea',
  '#f3dba4',
  '#c4dfc9',
  '#f2bfc6',
  '#b9cfe9',
  '#e9d2bd',
  '#c9e3df',
  '#dccbe6',
  '#f0d0a8',
  '#bcd3c6',
];

/** The ground behind a person: the same for the same seed in every look. */
export const groundFor = (seed: number): HexColour => GROUNDS[seed % GROUNDS.length];
