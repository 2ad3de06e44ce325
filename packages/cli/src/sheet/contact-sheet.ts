import { decodeImage, extractRegion, resizeRaster } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';
import { eachDot, LETTER_DOTS, textDots } from './label-font.js';

/** One picture of a sheet: a square of the cell's side, 3 channels. */
export interface SheetCell {
  readonly label: string;
  readonly picture: RasterImage;
}

const GROUND = 24;
const INK = 224;
/** Fractions of a cell's side. */
const GAP = 0.025;
const LABEL_HEIGHT = 0.085;
const DOTS_ACROSS = 150;
/** Behind a transparent avatar. */
const BEHIND = { r: 42, g: 42, b: 42 };
const MAX_PHOTO_PIXELS = 1e8;

/** As many columns as make the sheet about as wide as it is high, a little wider. */
const columnsFor = (count: number): number => Math.ceil(Math.sqrt(count * 1.3));

/**
 * Squares in rows with their labels below, on a dark ground.
 *
 * @param columns how many squares there are in a row
 */
export function contactSheet(
  cells: readonly SheetCell[],
  cellPx: number,
  columns = columnsFor(cells.length),
): RasterImage {
  const gap = Math.round(GAP * cellPx);
  const labelPx = Math.round(LABEL_HEIGHT * cellPx);
  const rows = Math.ceil(cells.length / columns);
  const width = columns * (cellPx + gap) + gap;
  const height = rows * (cellPx + labelPx + gap) + gap;
  const sheet: RasterImage = {
    data: new Uint8Array(width * height * 3).fill(GROUND),
    width,
    height,
    channels: 3,
  };
  for (const [i, { label, picture }] of cells.entries()) {
    const left = gap + (i % columns) * (cellPx + gap);
    const top = gap + Math.floor(i / columns) * (cellPx + labelPx + gap);
    paste(sheet, picture, left, top);
    write(sheet, label, { left, top: top + cellPx, width: cellPx, height: labelPx });
  }
  return sheet;
}

/** The middle square of an encoded picture. */
export async function squareOf(bytes: Uint8Array, sidePx: number): Promise<RasterImage> {
  const image = await decodeImage(bytes, {
    maxPixels: MAX_PHOTO_PIXELS,
    maxSidePx: 4 * sidePx,
    matteColour: BEHIND,
  });
  const side = Math.min(image.width, image.height);
  const x = (image.width - side) >> 1;
  const y = (image.height - side) >> 1;
  return resizeRaster(extractRegion(image, { x, y, width: side, height: side }), sidePx, sidePx, 'lanczos3');
}

function paste(sheet: RasterImage, picture: RasterImage, left: number, top: number): void {
  const rowLength = picture.width * 3;
  for (let y = 0; y < picture.height; y++)
    sheet.data.set(
      picture.data.subarray(y * rowLength, (y + 1) * rowLength),
      ((top + y) * sheet.width + left) * 3,
    );
}

interface Line {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the label in the middle of its line, in whole dots. */
function write(sheet: RasterImage, label: string, { left, top, width, height }: Line): void {
  const dotPx = Math.max(1, Math.round(width / DOTS_ACROSS));
  const x = left + Math.max(0, Math.round((width - textDots(label) * dotPx) / 2));
  const y = top + Math.max(0, Math.round((height - LETTER_DOTS * dotPx) / 2));
  eachDot(label, (column, row) => {
    for (let dy = 0; dy < dotPx; dy++) {
      const from = x + column * dotPx;
      const to = Math.min(from + dotPx, left + width);
      const start = (y + row * dotPx + dy) * sheet.width;
      if (to > from) sheet.data.fill(INK, (start + from) * 3, (start + to) * 3);
    }
  });
}
