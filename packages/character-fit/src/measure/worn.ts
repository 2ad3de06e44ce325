import { CELL, steps, type HeadGrid } from '../crop/head-grid.js';
import { CROP_PX, likelihood, pixelAt, type HeadCrop } from '../crop/head-crop.js';
import { sampleColour } from '../crop/colour-sample.js';
import type { Lab } from '@avatar/image';
import type { HairShape } from './hair-shape.js';

/** What is worn on the head and in the ears. */
export interface WornMeasure {
  /** Shares of something worn at each ear, and below it where earrings hang. */
  readonly ears: readonly [left: number, right: number];
  readonly lobes: readonly [left: number, right: number];
  /** How much a hat widens within 0.04 head heights, below its crown: a brim is a jump. In head heights. */
  readonly brim: number;
  /** Width of the hat, brim and all, in head heights. */
  readonly widest: number;
  /** Share of the head's sides, at the ears, under the hat or veil. */
  readonly sidesCovered: number;
  /** Where the hat ends above the middle of the forehead, in head heights: -0.2 is right above the brows. */
  readonly edge: number;
  readonly hat: Lab | undefined;
  readonly veil: Lab | undefined;
}

export function measureWorn(grid: HeadGrid, wide: HeadCrop, shape: HairShape): WornMeasure {
  const { personTop: top } = shape;
  return {
    ears: [shareWorn(grid, -1, 0.3, 0.46, -0.12, 0.2), shareWorn(grid, 1, 0.3, 0.46, -0.12, 0.2)],
    lobes: [shareWorn(grid, -1, 0.26, 0.44, 0.1, 0.36), shareWorn(grid, 1, 0.26, 0.44, 0.1, 0.36)],
    ...brimOf(grid, top),
    sidesCovered: sidesCovered(grid),
    edge: edgeOf(grid, top),
    hat: colourOf(wide, 'other', top, -0.12),
    veil: colourOf(wide, 'clothes', top, 0.3),
  };
}

function shareWorn(grid: HeadGrid, side: -1 | 1, u0: number, u1: number, v0: number, v1: number): number {
  const cells = steps(v0, v1).flatMap((v) => steps(u0, u1).map((u) => grid.at('other', side * u, v)));
  return cells.filter((value) => value > 0.4).length / cells.length;
}

/** A crown is at least so wide and so high before a brim begins, in head heights. */
const CROWN = { wide: 0.5, high: 0.16 };

function brimOf(grid: HeadGrid, top: number): Pick<WornMeasure, 'brim' | 'widest'> {
  const widths = steps(top, -0.06).map(
    (v) => steps(-0.98, 0.98).filter((u) => grid.at('other', u, v) > 0.5).length * CELL,
  );
  const jumps = widths.map((width, row) =>
    row * CELL >= CROWN.high && widths[row - 2] >= CROWN.wide ? width - widths[row - 2] : 0,
  );
  // A tilted brim lies in no one row.
  const columns = steps(-0.98, 0.98).filter((u) =>
    steps(top, -0.06).some((v) => grid.at('other', u, v) > 0.5),
  );
  const widest = columns.length > 0 ? columns[columns.length - 1] - columns[0] : 0;
  return { brim: Math.max(0, ...jumps), widest };
}

/** Follows what is worn down the middle; a gap ends it, so that glasses are not the hat. */
function edgeOf(grid: HeadGrid, top: number): number {
  const rows = steps(top, -0.05);
  const first = rows.findIndex((v) => grid.at('other', 0, v) > 0.5);
  if (first < 0) return top;
  const end = rows.findIndex((v, row) => row > first && grid.at('other', 0, v) <= 0.5);
  return end < 0 ? -0.05 : rows[end];
}

function sidesCovered(grid: HeadGrid): number {
  const cells = [-1, 1].flatMap((side) =>
    steps(-0.1, 0.08).flatMap((v) =>
      steps(0.32, 0.4).map((u) => Math.max(grid.at('other', side * u, v), grid.at('clothes', side * u, v))),
    ),
  );
  return cells.filter((value) => value > 0.5).length / cells.length;
}

/** Colour of what is worn around the head. */
function colourOf(wide: HeadCrop, part: 'other' | 'clothes', top: number, bottom: number): Lab | undefined {
  const pixels: number[] = [];
  for (const v of steps(top, bottom))
    for (const u of steps(-0.6, 0.6)) {
      const [x, y] = pixelAt(wide, u, v);
      if (x < 0 || y < 0 || x >= CROP_PX || y >= CROP_PX) continue;
      if (likelihood(wide, part, x, y) > 0.6) pixels.push(Math.floor(y) * CROP_PX + Math.floor(x));
    }
  return sampleColour(wide, pixels, 30)?.lab;
}
