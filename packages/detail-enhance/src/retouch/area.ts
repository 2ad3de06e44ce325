import type { Box, Plane } from '@avatar/stage';

/** Corners lie on multiples of this, so that shrunken planes of the whole and of the part have the same pixels. */
const GRID = 8;

/** Mask values up to this are left out: what happens there cannot be seen. */
const FAINT = 0.08;

/** Smallest rectangle around the pixels that a mask covers, plus a margin; undefined when it covers none. */
export function areaOf({ data, width, height }: Plane, marginPx: number): Box | undefined {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && data[row + first] <= FAINT) first++;
    if (first === width) continue;
    let last = width - 1;
    while (data[row + last] <= FAINT) last--;
    left = Math.min(left, first);
    right = Math.max(right, last);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return undefined;
  const before = (value: number) => Math.max(0, Math.floor((value - marginPx) / GRID) * GRID);
  const x = before(left);
  const y = before(top);
  return {
    x,
    y,
    width: Math.min(width, right + 1 + marginPx) - x,
    height: Math.min(height, bottom + 1 + marginPx) - y,
  };
}
