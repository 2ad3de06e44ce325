import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng, rasteriseSvg, resizeRaster } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';
import type { Expectation } from './expectation.js';
import type { Judgement } from './judge.js';
import type { WildAnswer } from './wild-answer.js';

interface SheetResult {
  readonly expectation: Expectation;
  readonly answer: WildAnswer;
  readonly judgement: Judgement;
}

const CELL_PX = 240;
const LABEL_PX = 22;
const COLUMNS = 4;
const ROWS = 5;
const GRADE_COLOURS = { right: '#2f9e57', acceptable: '#c9981f', wrong: '#c93a3a' };

/** Photo and result side by side, twenty pairs a sheet. @returns the files written */
export async function writeSheets(folder: string, results: readonly SheetResult[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const perSheet = COLUMNS * ROWS;
  for (let from = 0; from < results.length; from += perSheet) {
    const file = join(folder, `wild-${from / perSheet + 1}.png`);
    await writeFile(file, await encodePng(await sheetOf(results.slice(from, from + perSheet))));
    files.push(file);
  }
  return files;
}

async function sheetOf(results: readonly SheetResult[]): Promise<RasterImage> {
  const rows = Math.ceil(results.length / COLUMNS);
  const sheet = blank(COLUMNS * CELL_PX * 2, rows * (CELL_PX + LABEL_PX));
  for (const [index, { expectation, answer, judgement }] of results.entries()) {
    const left = (index % COLUMNS) * CELL_PX * 2;
    const top = Math.floor(index / COLUMNS) * (CELL_PX + LABEL_PX);
    if (answer.photo) await pasteFitted(sheet, answer.photo, left, top);
    if (answer.picture) await pasteFitted(sheet, answer.picture, left + CELL_PX, top);
    const said = answer.reason ?? `${answer.decision} ${answer.warnings.join(' ')}`;
    const text = `${expectation.kind} ${expectation.file.slice(0, 26)}  ${said}`;
    paste(sheet, await label(text, GRADE_COLOURS[judgement.grade]), left, top + CELL_PX);
  }
  return sheet;
}

async function label(text: string, colour: string): Promise<RasterImage> {
  const escaped = text.replaceAll(/[<>&"]/g, ' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL_PX * 2}" height="${LABEL_PX}"><rect width="100%" height="100%" fill="${colour}"/><text x="6" y="15" font-family="sans-serif" font-size="13" fill="#fff">${escaped}</text></svg>`;
  return rasteriseSvg(svg);
}

async function pasteFitted(sheet: RasterImage, image: RasterImage, left: number, top: number): Promise<void> {
  const scale = CELL_PX / Math.max(image.width, image.height);
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
  const small = await resizeRaster(image, width, height, 'lanczos3');
  paste(sheet, small, left + ((CELL_PX - width) >> 1), top + ((CELL_PX - height) >> 1));
}

const blank = (width: number, height: number): RasterImage => ({
  data: new Uint8Array(width * height * 3).fill(42),
  width,
  height,
  channels: 3,
});

function paste(target: RasterImage, image: RasterImage, left: number, top: number): void {
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const from = (y * image.width + x) * image.channels;
      const to = ((top + y) * target.width + left + x) * 3;
      for (let channel = 0; channel < 3; channel++) target.data[to + channel] = image.data[from + channel];
    }
}
