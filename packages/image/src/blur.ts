import type { Plane } from '@avatar/stage';
import { createPlane } from './plane.js';
import { enlarge, shrink } from './scale.js';

function boxRows(source: Float32Array, target: Float32Array, width: number, height: number, radius: number) {
  const norm = 1 / (2 * radius + 1);
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = source[row] * (radius + 1);
    for (let x = 0; x < radius; x++) sum += source[row + (x < last ? x : last)];
    for (let x = 0; x < width; x++) {
      const entering = x + radius;
      const leaving = x - radius - 1;
      sum += source[row + (entering < last ? entering : last)] - source[row + (leaving > 0 ? leaving : 0)];
      target[row + x] = sum * norm;
    }
  }
}

function boxColumns(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  radius: number,
) {
  const norm = 1 / (2 * radius + 1);
  const last = height - 1;
  const sums = new Float64Array(width);
  for (let x = 0; x < width; x++) sums[x] = source[x] * (radius + 1);
  for (let y = 0; y < radius; y++) {
    const row = Math.min(y, last) * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x] + source[row + x];
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const entering = Math.min(y + radius, last) * width;
    const leaving = Math.max(y - radius - 1, 0) * width;
    for (let x = 0; x < width; x++) {
      const sum = sums[x] + source[entering + x] - source[leaving + x];
      sums[x] = sum;
      target[row + x] = sum * norm;
    }
  }
}

/** Mean over a square of side `2 * radius + 1`; edges are replicated. Cost does not depend on the radius. */
export function boxBlur(plane: Plane, radius: number): Plane {
  if (radius < 1) return { ...plane, data: plane.data.slice() };
  const { width, height } = plane;
  const between = new Float32Array(width * height);
  const target = createPlane(width, height);
  boxRows(plane.data, between, width, height, radius);
  boxColumns(between, target.data, width, height, radius);
  return target;
}

/** Radii of three box blurs whose sum has the variance `sigma ** 2` (P. Kovesi, "Fast almost-Gaussian filtering", 2010). */
function boxRadii(sigma: number): [number, number, number] {
  const ideal = Math.sqrt(4 * sigma * sigma + 1);
  const low = Math.floor(ideal) - (Math.floor(ideal) % 2 === 0 ? 1 : 0);
  const lowCount = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  const radius = (index: number) => ((index < lowCount ? low : low + 2) - 1) / 2;
  return [radius(0), radius(1), radius(2)];
}

/**
 * Gaussian blur, standard deviation `sigma` in pixels, as three box blurs; edges are replicated.
 * From 10 px on it works at half, from 24 px on at quarter resolution, where the difference cannot be seen.
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (sigma >= 10) {
    const factor = sigma >= 24 ? 4 : 2;
    const small = gaussianBlur(shrink(plane, factor), sigma / factor);
    return enlarge(small, plane.width, plane.height);
  }
  const { width, height } = plane;
  const between = new Float32Array(width * height);
  const target = createPlane(width, height);
  let source = plane.data;
  for (const radius of boxRadii(sigma)) {
    if (radius < 1) continue;
    boxRows(source, between, width, height, radius);
    boxColumns(between, target.data, width, height, radius);
    source = target.data;
  }
  return source === plane.data ? { ...plane, data: plane.data.slice() } : target;
}
