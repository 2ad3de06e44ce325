import type { Plane } from '@avatar/stage';
import { gridStride, inKernels, type Grid, type KernelMemory } from '../kernels/kernels.js';

/** `shrink` in the kernels' memory. */
export function shrinkGrid(memory: KernelMemory, grid: Grid, factor: number): Grid {
  if (factor === 1) return grid;
  const { width, height } = grid;
  const target = memory.createGrid(Math.ceil(width / factor), Math.ceil(height / factor));
  const sums = memory.reserve(2 * 4 * gridStride(width));
  memory.kernels.shrink(grid.at, target.at, width, height, factor, sums);
  return target;
}

/** `enlarge` in the kernels' memory, into `target`. */
export function enlargeGrid(memory: KernelMemory, grid: Grid, target: Grid, factor?: number): Grid {
  const { width, height } = target;
  const scratch = memory.reserve(4 * 4 * gridStride(width));
  const step = factor ? 1 / factor : 0;
  memory.kernels.enlarge(grid.at, grid.width, grid.height, target.at, width, height, step, scratch);
  return target;
}

/** Area average by an integer factor; a remainder at the right and the bottom is averaged over what is there. */
export function shrink(plane: Plane, factor: number): Plane {
  if (factor === 1) return plane;
  return inKernels((memory) => memory.take(shrinkGrid(memory, memory.place(plane), factor)));
}

/**
 * Bilinear to any size, pixel centres aligned. Meant for enlarging: it does not average when it shrinks.
 * With `factor` it is the exact way back from `shrink` by that factor, also when a remainder was left.
 */
export function enlarge(plane: Plane, width: number, height: number, factor?: number): Plane {
  if (width === plane.width && height === plane.height) return plane;
  return inKernels((memory) =>
    memory.take(enlargeGrid(memory, memory.place(plane), memory.createGrid(width, height), factor)),
  );
}
