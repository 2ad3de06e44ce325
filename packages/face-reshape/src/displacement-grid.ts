import { smoothstep } from '@avatar/image';
import type { Box } from '@avatar/stage';
import { displacementAt, type RadialField } from './radial-fit.js';

/** Displacements at the nodes of a grid, bilinear between them; nothing moves outside. */
export interface DisplacementGrid {
  /** Place of the first node, in pixels. */
  readonly left: number;
  readonly top: number;
  /** Pixels from node to node. */
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** An ellipse, upright in the picture, outside of which nothing moves. */
export interface Reach {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** A field, and where it counts. */
export interface ReachedField {
  readonly field: RadialField;
  readonly reach: Reach;
}

/** Share of the radius from which on displacements fade out. */
const FADE_FROM = 0.85;

/** Nodes on the longer side of a grid at most, however small the parts of a face seem to be. */
const MOST_NODES = 300;

/**
 * Lays fields on a grid, each within its reach. Each works on the picture that those behind it in the list have made: a
 * place is led through them in their order.
 */
export function layGrid(fields: readonly ReachedField[], wantedStep: number): DisplacementGrid {
  const box = around(fields.map(({ reach }) => reach));
  const step = Math.max(wantedStep, Math.max(box.width, box.height) / MOST_NODES) || 1;
  const columns = Math.ceil(box.width / step) + 1;
  const rows = Math.ceil(box.height / step) + 1;
  const dx = new Float32Array(columns * rows);
  const dy = new Float32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++)
      for (const { field, reach } of fields) {
        const x = box.x + column * step + dx[i];
        const y = box.y + row * step + dy[i];
        const share = within(reach, x, y);
        if (share === 0) continue;
        const [u, v] = displacementAt(field, x, y);
        dx[i] += share * u;
        dy[i] += share * v;
      }
  return { left: box.x, top: box.y, step, columns, rows, dx, dy };
}

function around(reaches: readonly Reach[]): Box {
  const x = Math.min(...reaches.map((reach) => reach.x - reach.radiusX));
  const y = Math.min(...reaches.map((reach) => reach.y - reach.radiusY));
  const right = Math.max(...reaches.map((reach) => reach.x + reach.radiusX));
  const bottom = Math.max(...reaches.map((reach) => reach.y + reach.radiusY));
  return { x, y, width: right - x, height: bottom - y };
}

/** 1 in the middle of a reach, 0 outside. */
function within(reach: Reach, x: number, y: number): number {
  const distance = Math.hypot((x - reach.x) / reach.radiusX, (y - reach.y) / reach.radiusY);
  return smoothstep(1, FADE_FROM, distance);
}

/** The displacement at a place of the new picture. */
export function displacementOf(grid: DisplacementGrid, x: number, y: number): [dx: number, dy: number] {
  const { left, top, step, columns, rows, dx, dy } = grid;
  const u = (x - left) / step;
  const v = (y - top) / step;
  if (!(u >= 0 && v >= 0 && u < columns - 1 && v < rows - 1)) return [0, 0];
  const at = Math.floor(v) * columns + Math.floor(u);
  const [right, below] = [u - Math.floor(u), v - Math.floor(v)];
  const mix = (values: Float32Array) => {
    const above = values[at] + (values[at + 1] - values[at]) * right;
    const under = values[at + columns] + (values[at + columns + 1] - values[at + columns]) * right;
    return above + (under - above) * below;
  };
  return [mix(dx), mix(dy)];
}

/**
 * The least factor by which the grid changes an area anywhere: the Jacobian of a bilinear cell is extreme at its
 * corners. Zero or less is a fold.
 */
export function leastArea({ step, columns, rows, dx, dy }: DisplacementGrid): number {
  let least = Infinity;
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      for (const along of [at, at + columns])
        for (const down of [at, at + 1]) {
          const xx = 1 + (dx[along + 1] - dx[along]) / step;
          const yx = (dy[along + 1] - dy[along]) / step;
          const xy = (dx[down + columns] - dx[down]) / step;
          const yy = 1 + (dy[down + columns] - dy[down]) / step;
          least = Math.min(least, xx * yy - xy * yx);
        }
    }
  return least;
}

/** The same with a part of the displacement. */
export const weakened = (grid: DisplacementGrid, share: number): DisplacementGrid => ({
  ...grid,
  dx: grid.dx.map((value) => value * share),
  dy: grid.dy.map((value) => value * share),
});
