import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { AvatarGenerator, Mode } from '@avatar/generator';
import { encodePng } from '@avatar/image';
import { writeFileAtomic } from '@avatar/save';
import { STYLES, styleByToken, type Style } from '@avatar/styles';
import { checkOutputs, outputPaths } from '../output-paths.js';
import { refuseAddress } from '../photo-list.js';
import { formatOfFile } from '../picture-format.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';
import { characterSheet } from './character-sheet.js';
import { contactSheet, squareOf, type SheetCell } from './contact-sheet.js';

export interface SheetFlags {
  readonly characters?: boolean;
  readonly styles?: string;
  readonly out?: string;
  readonly cell: number;
  readonly mode: Mode;
  readonly json?: boolean;
}

/** One picture of a photo in many styles, or of a person in every look and pose. */
export const sheet = (given: string, flags: SheetFlags, io: Session): Promise<void> =>
  flags.characters ? characterSheet(given, flags, io) : styleSheet(given, flags, io);

async function styleSheet(photo: string, flags: SheetFlags, io: Session): Promise<void> {
  const styles = flags.styles?.split(',').map((token) => styleByToken(token.trim())) ?? STYLES;
  const out = flags.out ?? `${basename(photo, extname(photo))}-sheet.png`;
  const paths = outputPaths(io.cwd, photo, { out });
  refuseAddress(photo);
  formatOfFile(out, 'png', '--out');
  await checkOutputs(paths);
  const progress = new Progress(io);
  try {
    await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
    const cells = await cellsOf(generator, paths.photo, styles, flags, io, progress);
    io.signal.throwIfAborted();
    const target = paths.out ?? join(io.cwd, out);
    await writeFileAtomic(target, await encodePng(contactSheet(cells, flags.cell)));
    progress.finish();
    if (flags.json) printJson(io, { output: { path: target }, styles: styles.map(({ token }) => token) });
    else io.tell(`${inked(io, 'green', '✔')} ${out}  ${styles.length} styles\n`);
  } finally {
    progress.finish();
  }
}

/** The photo, then the avatars, one after the other. */
async function cellsOf(
  generator: AvatarGenerator,
  photo: string,
  styles: readonly Style[],
  { cell: cellPx, mode }: SheetFlags,
  { signal }: Session,
  progress: Progress,
): Promise<SheetCell[]> {
  const cells: SheetCell[] = [];
  for (const [i, { token }] of styles.entries()) {
    progress.line(`${token} (${i + 1} of ${styles.length}) …`);
    const { bytes } = await generator.generate(photo, { style: token, sizePx: cellPx, mode, signal });
    cells.push({ label: token, picture: await squareOf(bytes, cellPx) });
  }
  // Last, when the file has passed the limits of a photo.
  return [{ label: 'photo', picture: await squareOf(await readFile(photo), cellPx) }, ...cells];
}
