import type { Plane } from '@avatar/stage';
import { bilinearPositions, mixRows } from './bilinear.js';
import { createPlane } from './plane.js';

/** Area average by an integer factor; a remainder at the right and the bottom is averaged over what is there. */
export function shrink(plane: Plane, factor: number): Plane {
  if (factor === 1) return plane;
  const width = Math.ceil(plane.width / factor);
  const height = Math.ceil(plane.height / factor);
  const target = createPlane(width, height);
  if (factor === 2 && plane.width % 2 === 0 && plane.height % 2 === 0) halve(plane, target);
  else averageBlocks(plane, target, factor);
  return target;
}

function halve(plane: Plane, target: Plane): void {
  const { data: source, width: stride } = plane;
  const { data, width, height } = target;
  for (let y = 0; y < height; y++) {
    let from = y * 2 * stride;
    const to = y * width;
    for (let x = 0; x < width; x++, from += 2)
      data[to + x] =
        (source[from] + source[from + 1] + source[from + stride] + source[from + stride + 1]) * 0.25;
  }
}

function averageBlocks(plane: Plane, target: Plane, factor: number): void {
  const { data: source, width: stride } = plane;
  const { data, width, height } = target;
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const rowEnd = Math.min((y + 1) * factor, plane.height);
    const rows = rowEnd - y * factor;
    for (let row = y * factor; row < rowEnd; row++)
      for (let x = 0, from = row * stride; x < width; x++) {
        const end = row * stride + Math.min((x + 1) * factor, stride);
        let sum = 0;
        while (from < end) sum += source[from++];
        sums[x] = sums[x] + sum;
      }
    for (let x = 0; x < width; x++) {
      const columns = Math.min((x + 1) * factor, stride) - x * factor;
      data[y * width + x] = sums[x] / (rows * columns);
    }
  }
}

/**
 * Bilinear to any size, pixel centres aligned. Meant for enlarging: it does not average when it shrinks.
 * With `factor` it is the exact way back from `shrink` by that factor, also when a remainder was left.
 */
export function enlarge(plane: Plane, width: number, height: number, factor?: number): Plane {
  if (width === plane.width && height === plane.height) return plane;
  const stride = plane.width;
  const { firsts, fractions } = bilinearPositions(stride, width, factor && 1 / factor);
  const down = bilinearPositions(plane.height, height, factor && 1 / factor);
  const next = plane.height > 1 ? stride : 0;
  // One spare value, for planes that are one pixel wide.
  const row = new Float32Array(stride + 1);
  const target = createPlane(width, height);
  const { data } = target;
  for (let y = 0, o = 0; y < height; y++) {
    const top = down.firsts[y] * stride;
    mixRows(plane.data, top, top + next, down.fractions[y], row);
    for (let x = 0; x < width; x++, o++) {
      const left = firsts[x];
      data[o] = row[left] + (row[left + 1] - row[left]) * fractions[x];
    }
  }
  return target;
}
