import type { PlanarImage, Plane } from '@avatar/stage';
import { inKernels, type Grid, type KernelMemory } from '../kernels/kernels.js';
import { mapPlanes } from '../planes/plane.js';

const LOBES = 3;

const lanczos = (x: number): number => {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
};

/** For each output sample: the first input sample, and the weights of it and its followers (`taps` each). */
interface Filter {
  readonly firsts: Int32Array;
  readonly weights: Float32Array;
  readonly taps: number;
}

/** Beyond the edge there is nothing: the weights inside are scaled up to a sum of one. */
function lanczosFilter(from: number, to: number): Filter {
  const step = from / to;
  const stretch = Math.max(1, step);
  const taps = Math.min(from, Math.ceil(2 * LOBES * stretch) + 1);
  const firsts = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  const unscaled = new Float64Array(taps);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const first = Math.min(Math.max(0, Math.ceil(centre - LOBES * stretch)), from - taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += unscaled[k] = lanczos((first + k - centre) / stretch);
    for (let k = 0; k < taps; k++) weights[i * taps + k] = unscaled[k] / sum;
    firsts[i] = first;
  }
  return { firsts, weights, taps };
}

/** The filters of both directions; undefined where the size stays. */
interface Filters {
  readonly across: Filter | undefined;
  readonly down: Filter | undefined;
}

const filterOf = (from: number, to: number): Filter | undefined =>
  from === to ? undefined : lanczosFilter(from, to);

const filtersOf = (
  from: { readonly width: number; readonly height: number },
  width: number,
  height: number,
) => ({
  across: filterOf(from.width, width),
  down: filterOf(from.height, height),
});

const placeFilter = (memory: KernelMemory, { firsts, weights, taps }: Filter) =>
  [memory.placeTable(firsts), memory.placeTable(weights), taps] as const;

function resampleRows(memory: KernelMemory, grid: Grid, width: number, filter: Filter | undefined): Grid {
  if (filter === undefined) return grid;
  const target = memory.createGrid(width, grid.height);
  const placed = placeFilter(memory, filter);
  memory.kernels.resampleRows(grid.at, grid.width, grid.height, target.at, width, ...placed);
  return target;
}

function resampleColumns(memory: KernelMemory, grid: Grid, height: number, filter: Filter | undefined): Grid {
  if (filter === undefined) return grid;
  const target = memory.createGrid(grid.width, height);
  const placed = placeFilter(memory, filter);
  memory.kernels.resampleColumns(grid.at, grid.width, target.at, height, ...placed);
  return target;
}

function filtered(plane: Plane, width: number, height: number, { across, down }: Filters): Plane {
  if (across === undefined && down === undefined) return plane;
  return inKernels((memory) => {
    const rows = resampleRows(memory, memory.place(plane), width, across);
    return memory.take(resampleColumns(memory, rows, height, down));
  });
}

/**
 * Resizes to any size with Lanczos-3 in float precision, so that an 8-bit file can be dithered afterwards.
 * When shrinking, the kernel grows so that nothing aliases. Values may leave the input's range by a few per cent
 * beside hard edges. For 8-bit pictures `resizeRaster` is faster.
 */
export const resamplePlane = (plane: Plane, width: number, height: number): Plane =>
  filtered(plane, width, height, filtersOf(plane, width, height));

/** `resamplePlane` on each colour. */
export function resampleImage(image: PlanarImage, width: number, height: number): PlanarImage {
  const filters = filtersOf(image, width, height);
  return mapPlanes(image, (plane) => filtered(plane, width, height, filters));
}
