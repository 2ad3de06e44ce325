import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MODES, type AvatarGenerator, type Mode } from '@avatar/generator';
import { decodeImage, encodePng, extractRegion, resizeRaster } from '@avatar/image';
import { writeFileAtomic } from '@avatar/save';
import type { RasterImage } from '@avatar/stage';
import { STYLES, styleByToken, type Style } from '@avatar/styles';
import { Option, type Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { contactSheet, type SheetCell } from '../contact-sheet.js';
import { checkOutputs, outputPaths } from '../output-paths.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import { parseInteger } from './option-values.js';

interface SheetFlags {
  readonly styles?: string;
  readonly out?: string;
  readonly cell: number;
  readonly mode: Mode;
  readonly json?: boolean;
}

const DEFAULT_CELL_PX = 320;
/** Behind a transparent avatar. */
const GROUND = { r: 42, g: 42, b: 42 };
const MAX_PHOTO_PIXELS = 1e8;

export function addSheet(program: Command, io: CliIo): void {
  program
    .command('sheet')
    .description('Make one picture of a photo in every style.')
    .argument('<photo>', 'as for "avatar generate"')
    .option('--styles <styles>', 'tokens with commas between; default: all of "avatar styles"')
    .addOption(
      new Option('--cell <pixels>', 'side of each picture, 64 to 1024')
        .default(DEFAULT_CELL_PX)
        .argParser(parseInteger),
    )
    .addOption(new Option('--mode <mode>', 'max or eco').choices(MODES).default('max'))
    .option('--out <file>', 'default: <photo>-sheet.png')
    .option('--json', 'print one JSON object')
    .action((photo: string, flags: SheetFlags) => sheet(photo, flags, io));
}

async function sheet(photo: string, flags: SheetFlags, io: CliIo): Promise<void> {
  const styles = flags.styles?.split(',').map((token) => styleByToken(token.trim())) ?? STYLES;
  const out = flags.out ?? `${basename(photo, extname(photo))}-sheet.png`;
  const paths = outputPaths(io.cwd, photo, { out });
  await checkOutputs(paths);
  const progress = new Progress(io.terminal);
  try {
    await using generator = io.createGenerator({ models: { onProgress: progress.onDownload } });
    const cells = await cellsOf(generator, paths.photo, styles, flags, io, progress);
    io.signal.throwIfAborted();
    const target = paths.out ?? join(io.cwd, out);
    await writeFileAtomic(target, await encodePng(contactSheet(cells, flags.cell)));
    progress.finish();
    if (flags.json) printJson(io, { output: { path: target }, styles: styles.map(({ token }) => token) });
    else io.stdout(`${inked(io, 'green', '✔')} ${out}  ${styles.length} styles\n`);
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
  { signal }: CliIo,
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

/** The middle square of a picture. */
async function squareOf(bytes: Uint8Array, sidePx: number): Promise<RasterImage> {
  const image = await decodeImage(bytes, {
    maxPixels: MAX_PHOTO_PIXELS,
    maxSidePx: 4 * sidePx,
    matteColour: GROUND,
  });
  const side = Math.min(image.width, image.height);
  const x = (image.width - side) >> 1;
  const y = (image.height - side) >> 1;
  return resizeRaster(extractRegion(image, { x, y, width: side, height: side }), sidePx, sidePx, 'lanczos3');
}
