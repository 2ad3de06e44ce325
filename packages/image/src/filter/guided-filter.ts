import type { Plane } from '@avatar/stage';
import { boxGrid } from './blur.js';
import { gridLength, inKernels, type Grid } from '../kernels/kernels.js';
import { enlargeGrid, shrinkGrid } from '../size/scale.js';

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
  const radius = Math.max(1, Math.round(options.radiusPx / subsample));
  return inKernels((memory) => {
    const { kernels } = memory;
    const fullGuide = memory.place(guide);
    const g = shrinkGrid(memory, fullGuide, subsample);
    const p = guide === input ? g : shrinkGrid(memory, memory.place(input), subsample);
    const length = gridLength(g);
    const mean = (grid: Grid, target?: Grid): Grid => boxGrid(memory, grid, radius, target);
    const meanProduct = (a: Grid, b: Grid): Grid => {
      const product = memory.createGrid(a.width, a.height);
      kernels.multiply(a.at, b.at, product.at, length);
      return mean(product, product);
    };
    const meanG = mean(g);
    const meanP = p === g ? meanG : mean(p);
    const meanGG = meanProduct(g, g);
    const meanGP = p === g ? meanGG : meanProduct(g, p);

    const slope = memory.createGrid(g.width, g.height);
    const offset = memory.createGrid(g.width, g.height);
    kernels.fitLines(meanG.at, meanP.at, meanGG.at, meanGP.at, slope.at, offset.at, length, epsilon);
    const enlarged = (grid: Grid): Grid =>
      enlargeGrid(memory, mean(grid, grid), memory.createGrid(guide.width, guide.height), subsample);
    const target = enlarged(offset);
    kernels.applyLines(fullGuide.at, enlarged(slope).at, target.at, gridLength(target));
    return memory.take(target);
  });
}
