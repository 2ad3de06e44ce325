import type { Plane } from '@avatar/stage';
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

/** Bilinear, pixel centres aligned. */
export function enlarge(plane: Plane, width: number, height: number): Plane {
  if (width === plane.width && height === plane.height) return plane;
  const { data: source, width: stride } = plane;
  const lefts = new Int32Array(width);
  const fractions = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const at = Math.min(Math.max(((x + 0.5) * stride) / width - 0.5, 0), stride - 1);
    lefts[x] = Math.max(Math.min(stride - 2, Math.floor(at)), 0);
    fractions[x] = at - lefts[x];
  }
  const right = stride > 1 ? 1 : 0;
  const target = createPlane(width, height);
  const { data } = target;
  for (let y = 0, o = 0; y < height; y++) {
    const at = Math.min(Math.max(((y + 0.5) * plane.height) / height - 0.5, 0), plane.height - 1);
    const top = Math.max(Math.min(plane.height - 2, Math.floor(at)), 0);
    const fraction = at - top;
    const above = top * stride;
    const below = plane.height > 1 ? above + stride : above;
    for (let x = 0; x < width; x++, o++) {
      const left = lefts[x];
      const f = fractions[x];
      const a = source[above + left] + (source[above + left + right] - source[above + left]) * f;
      const b = source[below + left] + (source[below + left + right] - source[below + left]) * f;
      data[o] = a + (b - a) * fraction;
    }
  }
  return target;
}
