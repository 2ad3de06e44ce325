import type { GenerateOptions, PhotoAvatarResult, PhotoInput } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { AvatarError, invalidOption } from '@avatar/stage';
import { lookOf, type Style } from '@avatar/styles';
import { avatarReport } from '../avatar-report.js';
import type { CliIo } from '../cli-io.js';
import { describeAvatar, shownPath } from '../describe-avatar.js';
import { checkOutputs, exists, outputPaths } from '../output-paths.js';
import { refuseAddress } from '../photo-list.js';
import { STREAM } from '../picture-stream.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import { readStream } from '../read-stream.js';
import type { Session } from '../session.js';
import { askedStyle } from './asked-style.js';
import { generateOptions, type GenerateFlags } from './flags.js';
import { oneOutput } from './one-output.js';

/** As large as a photo may be that is named. */
const LARGEST_PHOTO_BYTES = 64_000_000;

/** Makes the picture of one photo: a file, or the standard input. */
export async function generateOne(photo: string, flags: GenerateFlags, io: Session): Promise<void> {
  refuseAddress(photo);
  const asked = await askedStyle(flags, io);
  if (flags.character !== undefined) checkDrawsCharacter(asked.style);
  await checkOutputs(
    outputPaths(io.cwd, photo, { ...flags, out: flags.out === STREAM ? undefined : flags.out }),
  );
  const { path, format } = oneOutput(photo, flags, asked, io);
  if (path === undefined) io.reportOnStderr();
  const paths = { ...outputPaths(io.cwd, photo, flags), out: path };
  await checkOutputs(paths);
  if (flags.skipExisting && path !== undefined && (await exists(path))) {
    tellSkipped(path, flags, io);
    return;
  }
  const options = {
    ...generateOptions(flags),
    style: asked.style.token,
    backgroundImage: paths.backgroundImage,
    format,
  };
  const source = photo === STREAM ? await photoFromStream(io) : paths.photo;
  const result = await make(source, options, asked.own, io);
  if (path === undefined) io.stdoutBytes(result.bytes);
  else await writeFileAtomic(path, result.bytes);
  if (paths.thumbnail !== undefined) await writeFileAtomic(paths.thumbnail, result.thumbnail);
  if (paths.characterOut !== undefined) await writeFileAtomic(paths.characterOut, characterFile(result));
  if (flags.json) printJson(io, avatarReport(result, paths));
  else io.tell(describeAvatar(result, paths, io));
}

async function make(
  source: PhotoInput,
  options: GenerateOptions,
  styles: readonly Style[],
  io: Session,
): Promise<PhotoAvatarResult> {
  const progress = new Progress(io);
  try {
    await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload }, styles });
    const result = await generator.generate(source, {
      ...options,
      signal: io.signal,
      onEvent: progress.onStage,
    });
    io.signal.throwIfAborted();
    return result;
  } finally {
    progress.finish();
  }
}

/** @throws AvatarError `input-rejected` when nothing comes, or more than a photo has */
async function photoFromStream(io: CliIo): Promise<Uint8Array> {
  const bytes = await readStream(io.stdin(), LARGEST_PHOTO_BYTES, io.signal);
  if (bytes === undefined) throw AvatarError.rejected('too-large', 'The photo has more than 64 MB.');
  if (bytes.length === 0) throw AvatarError.rejected('not-an-image', 'Nothing came on the standard input.');
  return bytes;
}

function tellSkipped(path: string, { json }: GenerateFlags, io: Session): void {
  if (json) printJson(io, { skipped: true, output: { path } });
  else io.tell(`${inked(io, 'dim', '-')} ${shownPath(path, io)}  is there already\n`);
}

/** @throws AvatarError `invalid-options` for a style that renders the photo itself: it has no character to write */
function checkDrawsCharacter(style: Style): void {
  if (lookOf(style) === undefined)
    throw invalidOption('a character_... style with --character', 'style', style.token);
}

/** What `avatar draw` reads, and how well it was measured. */
const characterFile = ({ character, measured }: PhotoAvatarResult): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ character, measured }, undefined, 2)}\n`);
