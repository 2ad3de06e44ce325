import type { Plane } from '@avatar/stage';
import type { DisplacementGrid } from './displacement-grid.js';

/** The pixels of a picture that move, and where each one's colour comes from, in pixels from centre to centre. */
export interface MovedPixels {
  readonly count: number;
  readonly at: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Displacements below this are none, in pixels. */
const STILL_PX = 0.02;

/** Reads a grid out at every pixel of a picture. */
export function movedPixels(
  grid: DisplacementGrid,
  { width, height }: Pick<Plane, 'width' | 'height'>,
): MovedPixels {
  const { left, top, step, columns, rows, dx, dy } = grid;
  const firstX = Math.max(0, Math.ceil(left - 0.5));
  const firstY = Math.max(0, Math.ceil(top - 0.5));
  const endX = Math.min(width, Math.floor(left + (columns - 1) * step - 0.5));
  const endY = Math.min(height, Math.floor(top + (rows - 1) * step - 0.5));
  const most = Math.max(0, endX - firstX) * Math.max(0, endY - firstY);
  const moved = { at: new Int32Array(most), x: new Float32Array(most), y: new Float32Array(most) };
  const lineX = new Float32Array(columns);
  const lineY = new Float32Array(columns);
  let count = 0;
  for (let y = firstY; y < endY; y++) {
    const v = (y + 0.5 - top) / step;
    const below = v - Math.floor(v);
    for (let column = 0, i = Math.floor(v) * columns; column < columns; column++, i++) {
      lineX[column] = dx[i] + (dx[i + columns] - dx[i]) * below;
      lineY[column] = dy[i] + (dy[i + columns] - dy[i]) * below;
    }
    for (let x = firstX; x < endX; x++) {
      const u = (x + 0.5 - left) / step;
      const column = u | 0;
      const right = u - column;
      const moveX = lineX[column] + (lineX[column + 1] - lineX[column]) * right;
      const moveY = lineY[column] + (lineY[column + 1] - lineY[column]) * right;
      if (Math.abs(moveX) < STILL_PX && Math.abs(moveY) < STILL_PX) continue;
      moved.at[count] = y * width + x;
      moved.x[count] = x + moveX;
      moved.y[count++] = y + moveY;
    }
  }
  return { count, ...moved };
}
