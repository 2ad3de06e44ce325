import { floodFill, OPEN_LABEL } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** A piece that has the size of a letter. Lengths are pixels, levels those of the picture. */
export interface Letter {
  readonly x: number;
  readonly y: number;
  /** The longer side of its box. */
  readonly size: number;
  /** Mean width of its strokes. */
  readonly stroke: number;
  /** Length of its strokes over its size: about 1 for a hair, 2 to 4 for letters. */
  readonly windings: number;
  /** How light it is, and how much lighter than what is around it. */
  readonly level: number;
  readonly contrast: number;
}

const SIZE = { least: 10, most: 52 };
const LEAST_AREA = 14;

/** Label of a piece that was looked at. */
const TAKEN = 2;

/** Joined pieces of strokes with the size of letters. @param contrast of each place against its surroundings */
export function lettersIn(levels: Plane, contrast: Plane, strokes: Uint8Array): Letter[] {
  const labels = strokes.slice();
  const queue = new Int32Array(labels.length);
  const letters: Letter[] = [];
  for (let place = 0; place < labels.length; place++) {
    if (labels[place] !== OPEN_LABEL) continue;
    const piece = floodFill(contrast, labels, TAKEN, [place], queue);
    const letter = letterOf(piece, levels, contrast, strokes);
    if (letter) letters.push(letter);
  }
  return letters;
}

/** A piece as a letter, if it is as large as one. */
function letterOf(
  piece: Int32Array,
  levels: Plane,
  contrast: Plane,
  strokes: Uint8Array,
): Letter | undefined {
  const { width, height } = contrast;
  let [left, right, top, bottom] = [width, 0, height, 0];
  let [light, sum, rim] = [0, 0, 0];
  for (const place of piece) {
    const x = place % width;
    const y = (place - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    sum += contrast.data[place];
    light += levels.data[place];
    if (isRim(x, y, contrast, strokes)) rim++;
  }
  const area = piece.length;
  const size = 1 + Math.max(right - left, bottom - top);
  if (size < SIZE.least || size > SIZE.most || area < LEAST_AREA) return undefined;
  // A stroke has two rims.
  const stroke = (2 * area) / Math.max(1, rim);
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    size,
    stroke,
    windings: area / stroke / size,
    level: light / area,
    contrast: sum / area,
  };
}

/** Next to what is no stroke, diagonally too. */
function isRim(x: number, y: number, { width, height }: Plane, strokes: Uint8Array): boolean {
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
      if (strokes[v * width + u] === 0) return true;
  return false;
}
