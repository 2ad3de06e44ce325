import { resolve } from 'node:path';
import { encodePng } from '@avatar/image';
import { measureStyle } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { withMeasuredChecks, type FittedStyle } from '@avatar/style-fit';
import type { Style } from '@avatar/styles';
import { checkOutputs } from '../output-paths.js';
import { photoList } from '../photo-list.js';
import { printJson } from '../print.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';
import { contactSheet } from '../sheet/contact-sheet.js';
import { describeFit, fitReport } from './describe-fit.js';
import { fitSheetCells } from './fit-sheet.js';

export interface StyleFitFlags {
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

/** Measures the examples and writes the styles that were found. */
export async function styleFit(named: readonly string[], flags: StyleFitFlags, io: Session): Promise<void> {
  const files = (await photoList({ named }, io)).map((file) => resolve(io.cwd, file));
  const out = resolve(io.cwd, flags.out);
  const preview = flags.preview === undefined ? undefined : resolve(io.cwd, flags.preview);
  await checkOutputs({ out, ...(preview !== undefined && { photo: preview, thumbnail: `${out}.png` }) });
  const progress = new Progress(io);
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
    await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
    const fitted = await withMeasuredChecks(unjudged, (tried) => {
      progress.line(`trying ${tried.token} on people …`);
      return measureStyle(tried, { generator, signal: io.signal });
    });
    await writeFileAtomic(out, styleFile(fitted.style));
    const others = await writeVariants(fitted, out);
    if (preview !== undefined) {
      const cells = await fitSheetCells({ fitted, files, preview, cellPx: CELL_PX, io, progress });
      await writeFileAtomic(`${out}.png`, await encodePng(contactSheet(cells, CELL_PX)));
    }
    progress.finish();
    if (flags.json) printJson(io, fitReport(fitted, files, out, others));
    else io.tell(describeFit(fitted, files, flags.out, io));
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
