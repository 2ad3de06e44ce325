import type { LabImage } from '@avatar/image';
import type { Box } from '@avatar/stage';

/** A line of pixels with less spread of lightness than this, in L, belongs to a mount, a frame or a scanner's lid. */
const UNIFORM = 3.2;
/** Share of a side after which it is no mount but a plain ground: then nothing is cut there. */
const DEEPEST = 0.22;
/** Cut from each side besides: frame edges, torn borders. */
const INSET = 0.035;

function spreadOf(values: (index: number) => number, count: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = values(i);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}

/** How many lines from the border on are uniform; 0 when there is no end to them. */
function uniformLines(spread: (depth: number) => number, side: number): number {
  const deepest = Math.floor(side * DEEPEST);
  let depth = 0;
  while (depth < deepest && spread(depth) < UNIFORM) depth++;
  return depth < deepest ? depth : 0;
}

/** The picture without its mount. */
export function trimMount({ L, width, height }: LabImage): Box {
  const row = (y: number) => spreadOf((x) => L[y * width + x], width);
  const top = uniformLines(row, height);
  const bottom = height - uniformLines((depth) => row(height - 1 - depth), height);
  const column = (x: number) => spreadOf((i) => L[(top + i) * width + x], bottom - top);
  const left = uniformLines(column, width);
  const right = width - uniformLines((depth) => column(width - 1 - depth), width);
  const insetX = Math.round((right - left) * INSET);
  const insetY = Math.round((bottom - top) * INSET);
  return {
    x: left + insetX,
    y: top + insetY,
    width: right - left - 2 * insetX,
    height: bottom - top - 2 * insetY,
  };
}
