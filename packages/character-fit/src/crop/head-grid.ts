import { floodFill, OPEN_LABEL } from '@avatar/image';
import { isInPhoto, likelihood, pixelAt, type HeadCrop } from './head-crop.js';

/** Side of a cell in head heights. */
export const CELL = 0.02;
const LEFT = -1;
const TOP = -1.1;
const COLUMNS = Math.round(2 / CELL) + 1;
const ROWS = Math.round(2.5 / CELL) + 1;

type CellPart = 'hair' | 'other' | 'clothes' | 'skin';

/** What the photo shows around a head, in cells of the head's own measure: u to the right of the eyes, v below them. */
export interface HeadGrid {
  /** How likely the cell shows the part; 0 outside the photo. */
  at(part: CellPart, u: number, v: number): number;
  /** Whether the photo shows the cell. */
  isSeen(u: number, v: number): boolean;
  /** Hair that hangs together with that of this head. */
  isHair(u: number, v: number): boolean;
}

const cellAt = (u: number, v: number): number => {
  const column = Math.round((u - LEFT) / CELL);
  const row = Math.round((v - TOP) / CELL);
  return column < 0 || row < 0 || column >= COLUMNS || row >= ROWS ? -1 : row * COLUMNS + column;
};

export function gridOf(wide: HeadCrop): HeadGrid {
  const planes: Record<CellPart, Float32Array> = {
    hair: new Float32Array(COLUMNS * ROWS),
    other: new Float32Array(COLUMNS * ROWS),
    clothes: new Float32Array(COLUMNS * ROWS),
    skin: new Float32Array(COLUMNS * ROWS),
  };
  const seen = new Uint8Array(COLUMNS * ROWS);
  for (let cell = 0; cell < seen.length; cell++) {
    const [x, y] = pixelAt(wide, LEFT + (cell % COLUMNS) * CELL, TOP + Math.floor(cell / COLUMNS) * CELL);
    if (!isInPhoto(wide, x, y)) continue;
    seen[cell] = 1;
    for (const part of ['hair', 'other', 'clothes'] as const)
      planes[part][cell] = likelihood(wide, part, x, y);
    planes.skin[cell] = likelihood(wide, 'face', x, y) + likelihood(wide, 'body', x, y);
  }
  const own = connectedHair(planes.hair);
  const read = (values: Float32Array | Uint8Array, u: number, v: number) => {
    const cell = cellAt(u, v);
    return cell < 0 ? 0 : values[cell];
  };
  return {
    at: (part, u, v) => read(planes[part], u, v),
    isSeen: (u, v) => read(seen, u, v) > 0,
    isHair: (u, v) => read(own, u, v) > 0,
  };
}

const OWN = 2;

/** 1 on cells of hair that can be reached from hair on the head itself: that of a neighbour is left out. */
function connectedHair(hair: Float32Array): Uint8Array {
  const labels = new Uint8Array(hair.length);
  for (let cell = 0; cell < hair.length; cell++) if (hair[cell] > 0.5) labels[cell] = OPEN_LABEL;
  const onHead: number[] = [];
  for (let v = -0.7; v <= 0.2; v += CELL) for (let u = -0.4; u <= 0.4; u += CELL) onHead.push(cellAt(u, v));
  const own = new Uint8Array(hair.length);
  for (const cell of floodFill({ width: COLUMNS, height: ROWS }, labels, OWN, onHead)) own[cell] = 1;
  return own;
}

/** Numbers from `from` to `to` in steps of a cell. */
export function steps(from: number, to: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / CELL + 1e-6) + 1) },
    (_, i) => from + i * CELL,
  );
}
