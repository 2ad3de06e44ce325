import type { Plane } from '@avatar/stage';
import { createPlane } from './plane.js';
import { enlarge, shrink } from './scale.js';

/** A box of whole weights within `radius` and the weight `edge` (below 1) one pixel further out on either side. */
interface ExtendedBox {
  readonly radius: number;
  readonly edge: number;
}

function filterRows(source: Float32Array, target: Float32Array, width: number, box: ExtendedBox) {
  const { radius, edge } = box;
  const norm = 1 / (2 * radius + 1 + 2 * edge);
  const edgeNorm = edge * norm;
  const last = width - 1;
  for (let row = 0; row < source.length; row += width) {
    let before = source[row];
    let sum = before * (radius + 1);
    for (let x = 1; x <= radius; x++) sum += source[row + (x < last ? x : last)];
    for (let x = 0; x < width; x++) {
      const right = x + radius + 1;
      const left = x - radius;
      const entering = source[row + (right < last ? right : last)];
      target[row + x] = sum * norm + (before + entering) * edgeNorm;
      before = source[row + (left > 0 ? left : 0)];
      sum += entering - before;
    }
  }
}

function filterColumns(source: Float32Array, target: Float32Array, width: number, box: ExtendedBox) {
  const { radius, edge } = box;
  const norm = 1 / (2 * radius + 1 + 2 * edge);
  const edgeNorm = edge * norm;
  const last = source.length - width;
  const rowAt = (y: number): number => Math.min(Math.max(y * width, 0), last);
  const sums = new Float64Array(width);
  for (let y = -radius; y <= radius; y++) {
    const row = rowAt(y);
    for (let x = 0; x < width; x++) sums[x] += source[row + x];
  }
  for (let y = 0, row = 0; row <= last; y++, row += width) {
    const before = rowAt(y - radius - 1);
    const after = rowAt(y + radius + 1);
    const leaving = rowAt(y - radius);
    for (let x = 0; x < width; x++) {
      const sum = sums[x];
      const entering = source[after + x];
      target[row + x] = sum * norm + (source[before + x] + entering) * edgeNorm;
      sums[x] = sum + entering - source[leaving + x];
    }
  }
}

/** Mean over a square of side `2 * radius + 1`, a whole number; edges are replicated. Cost does not depend on the radius. */
export function boxBlur(plane: Plane, radius: number): Plane {
  if (radius < 1) return { ...plane, data: plane.data.slice() };
  const { width, height } = plane;
  const rows = new Float32Array(width * height);
  const target = createPlane(width, height);
  const box = { radius, edge: 0 };
  filterRows(plane.data, rows, width, box);
  filterColumns(rows, target.data, width, box);
  return target;
}

const PASSES = 3;

/** The box that has a third of the variance `sigma ** 2`, whatever sigma is. */
function gaussianBox(sigma: number): ExtendedBox {
  const variance = (sigma * sigma) / PASSES;
  const radius = Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2);
  const missing = 3 * variance - radius * (radius + 1);
  return { radius, edge: ((2 * radius + 1) * missing) / (6 * ((radius + 1) ** 2 - variance)) };
}

/**
 * Gaussian blur, standard deviation `sigma` in pixels, as three extended box blurs, which have exactly its variance
 * (P. Gwosdek and others, "Theoretical foundations of Gaussian convolution by extended box filtering", 2011).
 * Edges are replicated. From 10 px on it works at half, from 24 px on at quarter resolution, where the difference
 * cannot be seen. `sigma = 0` gives a copy.
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (!(sigma > 0)) return { ...plane, data: plane.data.slice() };
  if (sigma >= 10) {
    const factor = sigma >= 24 ? 4 : 2;
    // Averaging blocks and interpolating between them blur by themselves: together a variance of factor² / 4.
    const rest = Math.sqrt(sigma * sigma - (factor * factor) / 4) / factor;
    return enlarge(gaussianBlur(shrink(plane, factor), rest), plane.width, plane.height, factor);
  }
  const { width, height } = plane;
  const box = gaussianBox(sigma);
  const first = new Float32Array(width * height);
  const second = createPlane(width, height);
  filterRows(plane.data, first, width, box);
  filterRows(first, second.data, width, box);
  filterRows(second.data, first, width, box);
  filterColumns(first, second.data, width, box);
  filterColumns(second.data, first, width, box);
  filterColumns(first, second.data, width, box);
  return second;
}
