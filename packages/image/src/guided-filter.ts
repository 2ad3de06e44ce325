import type { Plane } from '@avatar/stage';
import { boxBlur } from './blur.js';
import { createPlane } from './plane.js';
import { enlarge, shrink } from './scale.js';

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
  const { width, height } = guide;
  const slopes = enlarge(boxBlur(slope, radius), width, height).data;
  const offsets = enlarge(boxBlur(offset, radius), width, height).data;
  const target = createPlane(width, height);
  for (let i = 0; i < target.data.length; i++) target.data[i] = slopes[i] * guide.data[i] + offsets[i];
  return target;
}

function product(a: Plane, b: Plane): Plane {
  const target = createPlane(a.width, a.height);
  for (let i = 0; i < target.data.length; i++) target.data[i] = a.data[i] * b.data[i];
  return target;
}
