import { stripVTControlCharacters, styleText } from 'node:util';
import type { CliIo } from './cli-io.js';

export type Ink = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** Colours text if the results are coloured. */
export const inked = (io: Pick<CliIo, 'colour'>, ink: Ink, text: string): string =>
  io.colour ? styleText(ink, text, { validateStream: false }) : text;

/** One JSON value on one line. */
export const printJson = (io: CliIo, value: unknown): void => io.stdout(`${JSON.stringify(value)}\n`);

/** Rows with columns of equal width, the last one ragged. Colours do not count as width. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, visibleLength(cell));
    });
  const line = (row: readonly string[]) =>
    row
      .map(
        (cell, column) =>
          cell + ' '.repeat(column === row.length - 1 ? 0 : widths[column] - visibleLength(cell)),
      )
      .join('  ');
  return rows.map((row) => `${indent}${line(row)}\n`).join('');
}

const visibleLength = (text: string): number => stripVTControlCharacters(text).length;

/** `2.4 MB`, `612 KB`. */
export function byteSize(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
}

/** `0.92 s`, `740 ms`. */
export const duration = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${Math.round(milliseconds)} ms`;
