import { personOf, readTable, type PersonPhoto } from './photo-sets.js';

export interface PhotoPair {
  readonly same: boolean;
  readonly photos: readonly [string, string];
}

export interface PairsFile {
  readonly people: readonly PersonPhoto[];
  readonly pairs: readonly PhotoPair[];
}

/**
 * Reads a table of pairs with the columns `same` (1 or 0), `image1`, `image2`, whose file names say who is in them
 * (`Name_0001.jpg`), or a table of people with the columns `file`, `person`, of which all pairs are made.
 */
export function readPairsFile(path: string): PairsFile {
  const rows = readTable(path);
  if (rows[0]?.['person'] !== undefined) {
    const people = rows.map(({ file, person }) => ({ file, person }));
    return { people, pairs: allPairs(people) };
  }
  const pairs = rows.map(({ same, image1, image2 }): PhotoPair => ({
    same: same === '1',
    photos: [image1, image2],
  }));
  const files = [...new Set(pairs.flatMap(({ photos }) => photos))];
  return { people: files.map((file) => ({ file, person: personOf(file) })), pairs };
}

const allPairs = (people: readonly PersonPhoto[]): PhotoPair[] =>
  people.flatMap((first, i) =>
    people.slice(i + 1).map((second): PhotoPair => ({
      same: first.person === second.person,
      photos: [first.file, second.file],
    })),
  );
