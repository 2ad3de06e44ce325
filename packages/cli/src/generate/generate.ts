import { resolve } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { isFolder } from '../output-paths.js';
import { photoList } from '../photo-list.js';
import type { Session } from '../session.js';
import type { GenerateFlags } from './flags.js';
import { generateMany } from './generate-many.js';
import { generateOne } from './generate-one.js';
import { STREAM } from '../picture-stream.js';

/**
 * Makes the picture of one photo, or of many with the same models.
 * @param exitWith is told the exit code when some of many failed
 */
export async function generate(
  named: readonly string[],
  flags: GenerateFlags,
  io: Session,
  exitWith: (code: number) => void,
): Promise<void> {
  const isOne = named.length === 1 && flags.filesFrom === undefined && flags.outDir === undefined;
  if (named.includes(STREAM) && !isOne)
    throw new AvatarError('invalid-options', 'The photo - is one of its own; name its picture with --out');
  if (isOne && !(await isFolder(resolve(io.cwd, named[0])))) return generateOne(named[0], flags, io);
  for (const option of ['out', 'thumbnail', 'character'] as const)
    if (flags[option] !== undefined)
      throw new AvatarError(
        'invalid-options',
        `--${option} names one file, but there may be many photos; give a folder with --out-dir`,
      );
  const photos = await photoList({ named, filesFrom: flags.filesFrom }, io);
  await generateMany(photos, flags, io, exitWith);
}
