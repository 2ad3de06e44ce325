import type { Plane } from '@avatar/stage';
import { bilinearPositions, mixRows } from './bilinear.js';
import { boxBlur } from './blur.js';
import { createPlane } from './plane.js';
import { shrink } from './scale.js';

export interface GuidedFilterOptions {
  /** Window radius in pixels of the full-size plane. */
  readonly radiusPx: number;
  /** Regularisation in squared units of the guide: differences well under its root are smoothed away. */
  readonly epsilon: number;
  /** The coefficients are computed at 1/subsample resolution. Default 2. */
  readonly subsample?: number;
}

/**
 * Edge-preserving smoothing of `input` that follows the edges of `guide` (same size, may be the same plane).
 * K. He, J. Sun, "Fast Guided Filter", 2015.
 */
export function guidedFilter(guide: Plane, input: Plane, options: GuidedFilterOptions): Plane {
  const { epsilon, subsample = 2 } = options;
  const selfGuided = guide === input;
  const g = shrink(guide, subsample);
  const p = selfGuided ? g : shrink(input, subsample);
  const radius = Math.max(1, Math.round(options.radiusPx / subsample));
  const meanG = boxBlur(g, radius);
  const meanP = selfGuided ? meanG : boxBlur(p, radius);
  const meanGG = boxBlur(product(g, g), radius);
  const meanGP = selfGuided ? meanGG : boxBlur(product(g, p), radius);

  const slope = createPlane(g.width, g.height);
  const offset = createPlane(g.width, g.height);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = meanGG.data[i] - meanG.data[i] * meanG.data[i];
    const covariance = meanGP.data[i] - meanG.data[i] * meanP.data[i];
    slope.data[i] = covariance / (variance + epsilon);
    offset.data[i] = meanP.data[i] - slope.data[i] * meanG.data[i];
  }
  return applyLinear(guide, boxBlur(slope, radius), boxBlur(offset, radius), subsample);
}

/** `guide * slope + offset`, with both enlarged by `factor` on the way, which saves two full-size planes. */
function applyLinear(guide: Plane, slope: Plane, offset: Plane, factor: number): Plane {
  const { width, height } = guide;
  const stride = slope.width;
  const { firsts, fractions } = bilinearPositions(stride, width, 1 / factor);
  const down = bilinearPositions(slope.height, height, 1 / factor);
  const next = slope.height > 1 ? stride : 0;
  const slopes = new Float32Array(stride + 1);
  const offsets = new Float32Array(stride + 1);
  const target = createPlane(width, height);
  for (let y = 0, o = 0; y < height; y++) {
    const top = down.firsts[y] * stride;
    mixRows(slope.data, top, top + next, down.fractions[y], slopes);
    mixRows(offset.data, top, top + next, down.fractions[y], offsets);
    for (let x = 0; x < width; x++, o++) {
      const left = firsts[x];
      const fraction = fractions[x];
      const a = slopes[left] + (slopes[left + 1] - slopes[left]) * fraction;
      const b = offsets[left] + (offsets[left + 1] - offsets[left]) * fraction;
      target.data[o] = a * guide.data[o] + b;
    }
  }
  return target;
}

function product(a: Plane, b: Plane): Plane {
  const target = createPlane(a.width, a.height);
  for (let i = 0; i < target.data.length; i++) target.data[i] = a.data[i] * b.data[i];
  return target;
}
