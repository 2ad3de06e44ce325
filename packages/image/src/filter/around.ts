import type { Plane } from '@avatar/stage';
import { gridStride, inKernels } from '../kernels/kernels.js';

/**
 * The least value of the square of side `2 * radius + 1` around each pixel, as far as it is in the plane (erosion). The
 * radius is a whole number from 1 on; the cost grows with it.
 */
export const leastAround = (plane: Plane, radius: number): Plane => around('leastAround', plane, radius);

/** As `leastAround`, but the greatest value (dilation). */
export const greatestAround = (plane: Plane, radius: number): Plane =>
  around('greatestAround', plane, radius);

function around(kernel: 'leastAround' | 'greatestAround', plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  return inKernels((memory) => {
    const source = memory.place(plane);
    const target = memory.createGrid(width, height);
    const scratch = memory.reserve(4 * (gridStride(width) + 2 * radius + 4));
    memory.kernels[kernel](source.at, target.at, width, height, radius, scratch);
    return memory.take(target);
  });
}
