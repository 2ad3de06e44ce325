import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** The folder that the evaluation scripts read. @throws when AVATAR_EVAL_PHOTOS is not set */
export function photoFolder(): string {
  const path = process.env['AVATAR_EVAL_PHOTOS'];
  if (!path) throw new Error('Set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');
  return path;
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a tab-separated table whose first line names the columns. */
export function readTable(path: string): Row[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell])));
}

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];

/** Pictures of a folder inside `root`, as paths from `root`, sorted. */
export const picturesIn = (root: string, path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && PICTURES.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(path, entry.name))
    .sort();

/** `count` of them, evenly spread over the list. */
export const spread = <T>(all: readonly T[], count: number): T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor((i * all.length) / count)]);

/** Who is in a photo whose file is named after them: the name without the number behind it, as in LFW. */
export const personOf = (file: string): string => basename(file, extname(file)).replace(/_?\d+$/, '');

export interface PersonPhoto {
  readonly file: string;
  readonly person: string;
}

/** The first of each person. */
function onePhotoEach(photos: readonly PersonPhoto[]): PersonPhoto[] {
  const seen = new Set<string>();
  return photos.filter(({ person }) => !seen.has(person) && seen.add(person));
}

/** One photo each of `count` people: all portraits, then the identity sets, then LFW. */
export function peopleOf(root: string, count: number): PersonPhoto[] {
  const portraits = ['clean', 'casual', 'synthetic']
    .flatMap((name) => picturesIn(root, `portraits/${name}`))
    .map((file) => ({ file, person: file }));
  const known = readTable(join(root, 'identity/identities.tsv'))
    .filter(({ file }) => file.startsWith('identity/'))
    .map(({ file, person }) => ({ file, person }));
  const some = onePhotoEach([...portraits, ...known]).slice(0, count);
  const lfw = onePhotoEach(
    picturesIn(root, 'identity/lfw').map((file) => ({ file, person: personOf(file) })),
  );
  return [...some, ...spread(lfw, count - some.length)];
}
