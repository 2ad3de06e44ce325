import { readFile } from 'node:fs/promises';
import type { FittedStyle } from '@avatar/style-fit';
import type { CliIo } from '../cli-io.js';
import { squareOf, type SheetCell } from '../sheet/contact-sheet.js';
import type { Progress } from '../progress.js';

/** Examples on a sheet, evenly from all. */
const EXAMPLES = 9;

interface FitSheet {
  readonly fitted: FittedStyle;
  readonly files: readonly string[];
  /** The photo. */
  readonly preview: string;
  readonly cellPx: number;
  readonly io: CliIo;
  readonly progress: Progress;
}

/** The photo, its avatar in every style that was found, and some of the examples. */
export async function fitSheetCells({
  fitted,
  files,
  preview,
  cellPx,
  io,
  progress,
}: FitSheet): Promise<SheetCell[]> {
  const styles = [fitted.style, ...fitted.variants.map(({ style }) => style)];
  const avatars: SheetCell[] = [];
  await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload }, styles });
  for (const { token } of styles) {
    progress.line(`${token} …`);
    const { bytes } = await generator.generate(preview, { style: token, signal: io.signal });
    avatars.push({ label: token, picture: await squareOf(bytes, cellPx) });
  }
  const leftOut = new Set(fitted.report.leftOut.map(({ index }) => index));
  const used = files.filter((_, index) => !leftOut.has(index));
  const count = Math.min(EXAMPLES, used.length);
  const examples: SheetCell[] = [];
  for (let k = 0; k < count; k++) {
    const file = used[Math.floor((k * used.length) / count)];
    examples.push({ label: 'example', picture: await squareOf(await readFile(file), cellPx) });
  }
  return [
    { label: 'photo', picture: await squareOf(await readFile(preview), cellPx) },
    ...avatars,
    ...examples,
  ];
}
