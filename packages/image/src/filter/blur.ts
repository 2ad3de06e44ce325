import type { Plane } from '@avatar/stage';
import { gridStride, inKernels, type Grid, type KernelMemory } from '../kernels/kernels.js';
import { enlargeGrid, shrinkGrid } from '../size/scale.js';

/** A box of whole weights within `radius` and the weight `edge` (below 1) one pixel further out on either side. */
interface ExtendedBox {
  readonly radius: number;
  readonly edge: number;
}

/** A blurred copy of `grid`; it may replace the grid, if that is not needed any more. */
function filteredGrid(
  memory: KernelMemory,
  grid: Grid,
  box: ExtendedBox,
  passes: number,
  target: Grid,
): Grid {
  const { width, height } = grid;
  const elements = gridStride(Math.max(width, height)) + 2 * (box.radius + 1);
  // Two lines of four rows or columns each, in f64.
  const scratch = memory.reserve(2 * elements * 4 * 8);
  memory.kernels.boxBlur(grid.at, target.at, width, height, box.radius, box.edge, passes, scratch);
  return target;
}

/** `boxBlur` in the kernels' memory, `radius` at least 1. */
export function boxGrid(memory: KernelMemory, grid: Grid, radius: number, target?: Grid): Grid {
  const { width, height } = grid;
  return filteredGrid(memory, grid, { radius, edge: 0 }, 1, target ?? memory.createGrid(width, height));
}

/** Mean over a square of side `2 * radius + 1`, a whole number; edges are replicated. Cost does not depend on the radius. */
export function boxBlur(plane: Plane, radius: number): Plane {
  if (radius < 1) return { ...plane, data: plane.data.slice() };
  return inKernels((memory) => {
    const grid = memory.place(plane);
    return memory.take(boxGrid(memory, grid, radius, grid));
  });
}

const PASSES = 3;

/** The box that has a third of the variance `sigma ** 2`, whatever sigma is. */
function gaussianBox(sigma: number): ExtendedBox {
  const variance = (sigma * sigma) / PASSES;
  const radius = Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2);
  const missing = 3 * variance - radius * (radius + 1);
  return { radius, edge: ((2 * radius + 1) * missing) / (6 * ((radius + 1) ** 2 - variance)) };
}

/** Blurs `grid` itself, `sigma` above 0. */
function gaussianGrid(memory: KernelMemory, grid: Grid, sigma: number): Grid {
  if (sigma < 10) return filteredGrid(memory, grid, gaussianBox(sigma), PASSES, grid);
  const factor = sigma >= 24 ? 4 : 2;
  // Averaging blocks and interpolating between them blur by themselves: together a variance of factor² / 4.
  const rest = Math.sqrt(sigma * sigma - (factor * factor) / 4) / factor;
  const blurred = gaussianGrid(memory, shrinkGrid(memory, grid, factor), rest);
  return enlargeGrid(memory, blurred, grid, factor);
}

/**
 * Gaussian blur, standard deviation `sigma` in pixels, as three extended box blurs, which have exactly its variance
 * (P. Gwosdek and others, "Theoretical foundations of Gaussian convolution by extended box filtering", 2011).
 * Edges are replicated. From 10 px on it works at half, from 24 px on at quarter resolution, where the difference
 * cannot be seen. `sigma = 0` gives a copy.
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (!(sigma > 0)) return { ...plane, data: plane.data.slice() };
  return inKernels((memory) => memory.take(gaussianGrid(memory, memory.place(plane), sigma)));
}
