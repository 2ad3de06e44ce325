import type { Plane } from '@avatar/stage';
import { gridStride, inKernels } from '../kernels/kernels.js';

/**
 * `(1 2 1) / 4` along both axes, its taps `gap` pixels apart (a whole number from 1 on); edges are replicated.
 * With a gap of 1, 2, 4 and so on, each blurring the outcome of the one before, it is the "à trous" wavelet
 * (M. Holschneider and others, "A real-time algorithm for signal analysis with the help of the wavelet transform", 1989).
 */
export function binomialBlur(plane: Plane, gap: number): Plane {
  const { width, height } = plane;
  return inKernels((memory) => {
    const source = memory.place(plane);
    const target = memory.createGrid(width, height);
    const scratch = memory.reserve(4 * (gridStride(width) + 2 * gap));
    memory.kernels.binomial(source.at, target.at, width, height, gap, scratch);
    return memory.take(target);
  });
}
