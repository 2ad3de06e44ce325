import { join, resolve } from 'node:path';
import { AvatarError } from '@avatar/stage';
import type { CliIo } from '../cli-io.js';
import { shownPath } from '../describe-avatar.js';
import { isFolder, realOrGiven } from '../output-paths.js';
import type { NameFields, PictureNames } from './name-pattern.js';

/** One picture that is to be made. */
export interface PlannedPicture {
  /** The photo as it was named. */
  readonly file: string;
  /** Absolute paths. */
  readonly photo: string;
  readonly out: string;
}

export interface PlanOptions extends Omit<NameFields, 'photo'> {
  /** Absolute. */
  readonly outDir: string;
  readonly names: PictureNames;
  /** Other files that are read, absolute. */
  readonly alsoRead: readonly string[];
}

/**
 * Where the picture of each photo goes. A photo that was named twice is made once.
 * @throws AvatarError `invalid-options` when two pictures would be one file, or one would replace what is read
 */
export async function planPictures(
  files: readonly string[],
  { outDir, names, style, platform, alsoRead }: PlanOptions,
  io: CliIo,
): Promise<PlannedPicture[]> {
  const photos = new Map(files.map((file) => [resolve(io.cwd, file), file]));
  const pictures = [...photos].map(([photo, file]) => ({
    file,
    photo,
    out: join(outDir, names.fill({ photo, style, platform })),
  }));
  refuseTwins(pictures, io);
  const read = new Set(await Promise.all([...photos.keys(), ...alsoRead].map(realOrGiven)));
  for (const { file, out } of pictures) {
    if (read.has(await realOrGiven(out)))
      throw impossible(
        `The picture of ${file} would replace a file that is read; choose another --out-dir or --name`,
      );
    if (await isFolder(out))
      throw impossible(`${shownPath(out, io)} is a folder; choose another --out-dir or --name`);
  }
  return pictures;
}

/** Names that differ in nothing but case are one file on many systems. */
function refuseTwins(pictures: readonly PlannedPicture[], io: CliIo): void {
  const taken = new Map<string, PlannedPicture>();
  for (const picture of pictures) {
    const key = picture.out.normalize('NFC').toLowerCase();
    const twin = taken.get(key);
    if (twin !== undefined)
      throw impossible(
        `${twin.file} and ${picture.file} would both become ${shownPath(picture.out, io)}; tell them apart by --name with {folder} or {ext}`,
      );
    taken.set(key, picture);
  }
}

const impossible = (message: string): AvatarError => new AvatarError('invalid-options', message);
