import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AvatarGenerator } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { AvatarError, integerOption } from '@avatar/stage';
import { exists, isWritable } from '../output-paths.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';
import { askedStyle } from './asked-style.js';
import { BatchReport } from './batch-report.js';
import { generateOptions, type GenerateFlags } from './flags.js';
import { DEFAULT_PATTERN, pictureNames } from './name-pattern.js';
import { planPictures, type PlannedPicture } from './picture-plan.js';
import { workThrough } from './work-through.js';

const MOST_JOBS = 16;

/** Pictures of many photos, all with the same models and options. One that fails does not stop the others. */
export async function generateMany(
  photos: readonly string[],
  flags: GenerateFlags,
  io: Session,
  exitWith: (code: number) => void,
): Promise<void> {
  const jobs = integerOption('--jobs', flags.jobs ?? 1, 1, MOST_JOBS);
  const { style, platform, own } = await askedStyle(flags, io);
  const backgroundImage =
    flags.backgroundImage === undefined ? undefined : resolve(io.cwd, flags.backgroundImage);
  const outDir = resolve(io.cwd, flags.outDir ?? '.');
  const names = pictureNames(flags.name ?? DEFAULT_PATTERN, flags.format);
  const plan = {
    outDir,
    names,
    style: style.token,
    platform: platform.token,
    alsoRead: backgroundImage === undefined ? [] : [backgroundImage],
  };
  const pictures = await planPictures(photos, plan, io);
  await makeFolder(outDir);
  const progress = new Progress(io);
  const report = new BatchReport(pictures.length, flags.json === true, io);
  const options = {
    ...generateOptions(flags),
    style: style.token,
    backgroundImage,
    format: names.format,
    signal: io.signal,
  };
  const make = async (generator: AvatarGenerator, picture: PlannedPicture): Promise<void> => {
    io.signal.throwIfAborted();
    if (flags.skipExisting && (await exists(picture.out))) {
      report.skipped(picture);
      return;
    }
    progress.line(`${report.progress}  ${picture.file} …`);
    try {
      const result = await generator.generate(picture.photo, options);
      io.signal.throwIfAborted();
      await writeFileAtomic(picture.out, result.bytes);
      progress.finish();
      report.made(picture, result);
    } catch (error) {
      progress.finish();
      if (io.signal.aborted || !isOnePicturesFault(error)) throw error;
      report.failed(picture, error);
    }
  };
  try {
    await using generator = await io.createGenerator({
      models: { onProgress: progress.onDownload },
      styles: own,
    });
    await workThrough(pictures, jobs, (picture) => make(generator, picture));
  } finally {
    progress.finish();
    report.summary();
  }
  exitWith(report.exitCode);
}

async function makeFolder(path: string): Promise<void> {
  const refused = (what: string, cause?: unknown) =>
    new AvatarError('invalid-options', `The folder of --out-dir ${what}; choose another one`, {
      cause,
      facts: { option: '--out-dir' },
    });
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw refused(`cannot be made (${(cause as NodeJS.ErrnoException).code})`, cause);
  });
  if (!(await isWritable(path))) throw refused('may not be written into');
}

const OF_ONE_PICTURE: readonly string[] = [
  'input-rejected',
  'gate-exhausted',
  'inference-failed',
  'stage-failed',
];
/** What the next picture would meet too. */
const OF_THE_FOLDER: readonly (string | undefined)[] = ['no-permission', 'disk-full', 'write-failed'];

/** Whether the next picture may well succeed. */
const isOnePicturesFault = (error: unknown): boolean =>
  AvatarError.is(error) && OF_ONE_PICTURE.includes(error.code) && !OF_THE_FOLDER.includes(error.reason);
