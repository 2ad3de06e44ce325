import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MODES, type AvatarGenerator, type Mode } from '@avatar/generator';
import { encodePng } from '@avatar/image';
import { writeFileAtomic } from '@avatar/save';
import { STYLES, styleByToken, type Style } from '@avatar/styles';
import { Option, type Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { contactSheet, squareOf, type SheetCell } from '../contact-sheet.js';
import { checkOutputs, outputPaths } from '../output-paths.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import { characterSheet } from './character-sheet.js';
import { parseInteger } from './option-values.js';

interface SheetFlags {
  readonly characters?: boolean;
  readonly styles?: string;
  readonly out?: string;
  readonly cell: number;
  readonly mode: Mode;
  readonly json?: boolean;
}

const DEFAULT_CELL_PX = 320;

export function addSheet(program: Command, io: CliIo): void {
  program
    .command('sheet')
    .description('Make one picture of a photo in every style, or of a person in every look and pose.')
    .argument('<photo>', 'as for "avatar generate"; with --characters as for "avatar draw"')
    .addOption(
      new Option('--characters', 'a drawn person in every look, turned and with every gesture').conflicts([
        'styles',
        'mode',
      ]),
    )
    .option('--styles <styles>', 'tokens with commas between; default: all of "avatar styles"')
    .addOption(
      new Option('--cell <pixels>', 'side of each picture, 64 to 1024')
        .default(DEFAULT_CELL_PX)
        .argParser(parseInteger),
    )
    .addOption(new Option('--mode <mode>', 'max or eco').choices(MODES).default('max'))
    .option('--out <file>', 'default: <photo>-sheet.png, with --characters <person>-sheet.png')
    .option('--json', 'print one JSON object')
    .action((given: string, flags: SheetFlags) =>
      flags.characters ? characterSheet(given, flags, io) : sheet(given, flags, io),
    );
}

async function sheet(photo: string, flags: SheetFlags, io: CliIo): Promise<void> {
  const styles = flags.styles?.split(',').map((token) => styleByToken(token.trim())) ?? STYLES;
  const out = flags.out ?? `${basename(photo, extname(photo))}-sheet.png`;
  const paths = outputPaths(io.cwd, photo, { out });
  await checkOutputs(paths);
  const progress = new Progress(io.terminal);
  try {
    await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
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
