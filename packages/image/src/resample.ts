import type { PlanarImage, Plane } from '@avatar/stage';
import { inKernels, type Grid, type KernelMemory } from './kernels.js';
import { mapPlanes } from './plane.js';

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
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const first = Math.min(Math.max(0, Math.ceil(centre - LOBES * stretch)), from - taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += lanczos((first + k - centre) / stretch);
    for (let k = 0; k < taps; k++) weights[i * taps + k] = lanczos((first + k - centre) / stretch) / sum;
    firsts[i] = first;
  }
  return { firsts, weights, taps };
}

function placeFilter(memory: KernelMemory, from: number, to: number) {
  const { firsts, weights, taps } = lanczosFilter(from, to);
  return [memory.placeTable(firsts), memory.placeTable(weights), taps] as const;
}

function resampleRows(memory: KernelMemory, grid: Grid, width: number): Grid {
  if (width === grid.width) return grid;
  const target = memory.createGrid(width, grid.height);
  const filter = placeFilter(memory, grid.width, width);
  memory.kernels.resampleRows(grid.at, grid.width, grid.height, target.at, width, ...filter);
  return target;
}

function resampleColumns(memory: KernelMemory, grid: Grid, height: number): Grid {
  if (height === grid.height) return grid;
  const target = memory.createGrid(grid.width, height);
  const filter = placeFilter(memory, grid.height, height);
  memory.kernels.resampleColumns(grid.at, grid.width, target.at, height, ...filter);
  return target;
}

/**
 * Resizes to any size with Lanczos-3 in float precision, so that an 8-bit file can be dithered afterwards.
 * When shrinking, the kernel grows so that nothing aliases. Values may leave the input's range by a few per cent
 * beside hard edges. For 8-bit pictures `resizeRaster` is faster.
 */
export function resamplePlane(plane: Plane, width: number, height: number): Plane {
  return inKernels((memory) =>
    memory.take(resampleColumns(memory, resampleRows(memory, memory.place(plane), width), height)),
  );
}

/** `resamplePlane` on each colour. */
export const resampleImage = (image: PlanarImage, width: number, height: number): PlanarImage =>
  mapPlanes(image, (plane) => resamplePlane(plane, width, height));
