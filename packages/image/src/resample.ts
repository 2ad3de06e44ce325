import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlane, mapPlanes } from './plane.js';

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

function resampleRows(plane: Plane, width: number): Plane {
  const { firsts, weights, taps } = lanczosFilter(plane.width, width);
  const target = createPlane(width, plane.height);
  const source = plane.data;
  for (let y = 0, o = 0; y < plane.height; y++) {
    const row = y * plane.width;
    for (let x = 0, w = 0; x < width; x++, o++) {
      let sum = 0;
      for (let at = row + firsts[x], end = at + taps; at < end; at++, w++) sum += source[at] * weights[w];
      target.data[o] = sum;
    }
  }
  return target;
}

function resampleColumns(plane: Plane, height: number): Plane {
  const { firsts, weights, taps } = lanczosFilter(plane.height, height);
  const { data: source, width } = plane;
  const target = createPlane(width, height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < taps; k++) {
      const weight = weights[y * taps + k];
      const row = (firsts[y] + k) * width;
      for (let x = 0; x < width; x++) sums[x] += weight * source[row + x];
    }
    target.data.set(sums, y * width);
  }
  return target;
}

/**
 * Resizes to any size with Lanczos-3 in float precision, so that an 8-bit file can be dithered afterwards.
 * When shrinking, the kernel grows so that nothing aliases. Values may leave the input's range by a few per cent
 * beside hard edges. For 8-bit pictures `resizeRaster` is faster.
 */
export function resamplePlane(plane: Plane, width: number, height: number): Plane {
  const rows = width === plane.width ? plane : resampleRows(plane, width);
  return height === rows.height ? rows : resampleColumns(rows, height);
}

/** `resamplePlane` on each colour. */
export const resampleImage = (image: PlanarImage, width: number, height: number): PlanarImage =>
  mapPlanes(image, (plane) => resamplePlane(plane, width, height));
