import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];

const picturesIn = (folder: string, path: string): string[] =>
  readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && PICTURES.includes(extname(entry.name)))
    .map((entry) => join(folder, path, entry.name))
    .sort();

/** `count` of them, evenly spread over the list. */
const spread = (files: readonly string[], count: number): string[] =>
  Array.from(
    { length: Math.min(count, files.length) },
    (_, i) => files[Math.floor((i * files.length) / count)],
  );

/** Photos of `count` people: all portraits and small identity sets first, then press photos (LFW), evenly spread. */
export function evaluationPeople(folder: string, count: number): string[] {
  const portraits = ['portraits/clean', 'portraits/casual', 'portraits/synthetic'];
  const few = ['identity/us_officials', 'identity/compreface', 'identity/aws_man'];
  const first = [...portraits, ...few].flatMap((path) => picturesIn(folder, path)).slice(0, count);
  return [...first, ...spread(picturesIn(folder, 'identity/lfw'), count - first.length)];
}
