import { resolve } from 'node:path';
import type { Style } from '@avatar/styles';
import { measureStyle } from '@avatar/generator';
import { withMeasuredChecks, type FittedStyle } from '@avatar/style-fit';
import { writeFileAtomic } from '@avatar/save';
import { encodePng } from '@avatar/image';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { CliIo } from '../cli-io.js';
import { contactSheet } from '../contact-sheet.js';
import { describeFit, fitReport } from '../describe-fit.js';
import { fitSheetCells } from '../fit-sheet.js';
import { checkOutputs } from '../output-paths.js';
import { photoList } from '../photo-list.js';
import { printJson } from '../print.js';
import { Progress } from '../progress.js';
import { parseInteger } from './option-values.js';

interface StyleFitFlags {
  readonly out: string;
  readonly token: string;
  readonly label?: string;
  readonly creator?: string;
  readonly licence?: string;
  readonly min?: number;
  readonly kind?: 'auto' | 'drawn' | 'photos';
  readonly preview?: string;
  readonly json?: boolean;
}

const CELL_PX = 320;

export function addStyleFit(program: Command, io: CliIo): void {
  const style = program.command('style').description('Make a style of your own.');
  style
    .command('fit')
    .description('Measure 50 to 200 pictures of one style; write a style file that draws like them.')
    .argument('<examples...>', 'folders with pictures, or pictures')
    .requiredOption('--out <file>', 'where to write the style, as JSON')
    .option('--token <token>', 'its name for --style: lower-case words with underscores between', 'my_style')
    .option('--label <text>', 'its name for people (default: the token)')
    .option('--creator <name>', 'who made the examples')
    .option('--licence <spdx>', 'what the style may be used for')
    .addOption(
      new Option('--min <number>', 'least number of examples, 8 to 200 (default: 50)').argParser(
        parseInteger,
      ),
    )
    .addOption(
      new Option('--kind <kind>', 'what the examples are (default: auto)').choices([
        'auto',
        'drawn',
        'photos',
      ]),
    )
    .option('--preview <photo>', 'also write <out>.png: the photo, its avatars, and examples')
    .option('--json', 'print one JSON object')
    .action((examples: string[], flags: StyleFitFlags) => styleFit(examples, flags, io));
}

async function styleFit(named: readonly string[], flags: StyleFitFlags, io: CliIo): Promise<void> {
  const files = (await photoList({ named }, io)).map((file) => resolve(io.cwd, file));
  const out = resolve(io.cwd, flags.out);
  const preview = flags.preview === undefined ? undefined : resolve(io.cwd, flags.preview);
  await checkOutputs({ out, ...(preview !== undefined && { photo: preview, thumbnail: `${out}.png` }) });
  const progress = new Progress(io.terminal);
  try {
    const unjudged = await io.fitStyle(
      files.map((path) => ({ path })),
      {
        token: flags.token,
        label: flags.label,
        creator: flags.creator,
        licence: flags.licence,
        minExamples: flags.min,
        examplesAre: flags.kind,
        signal: io.signal,
        onProgress: ({ done, of }) => progress.line(`measuring ${done} of ${of} …`),
      },
      progress.onDownload,
    );
    await using generator = io.createGenerator({ models: { onProgress: progress.onDownload } });
    const fitted = await withMeasuredChecks(unjudged, (style) => {
      progress.line(`trying ${style.token} on people …`);
      return measureStyle(style, { generator, signal: io.signal });
    });
    await writeFileAtomic(out, styleFile(fitted.style));
    const others = await writeVariants(fitted, out);
    if (preview !== undefined) {
      const cells = await fitSheetCells({ fitted, files, preview, cellPx: CELL_PX, io, progress });
      await writeFileAtomic(`${out}.png`, await encodePng(contactSheet(cells, CELL_PX)));
    }
    progress.finish();
    if (flags.json) printJson(io, fitReport(fitted, files, out, others));
    else io.stdout(describeFit(fitted, files, flags.out, io));
  } finally {
    progress.finish();
  }
}

const styleFile = (style: Style): Uint8Array => new TextEncoder().encode(`${JSON.stringify(style)}\n`);

/** `<out>` with the number of each style of a mixed set before its ending. */
async function writeVariants({ variants }: FittedStyle, out: string): Promise<string[]> {
  const paths = variants.map((_, i) => out.replace(/(\.json)?$/i, `-${i + 1}.json`));
  for (const [i, { style }] of variants.entries()) await writeFileAtomic(paths[i], styleFile(style));
  return paths;
}
