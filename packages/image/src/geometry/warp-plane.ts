import type { Plane } from '@avatar/stage';
import type { AffineMap } from './affine.js';
import { inKernels } from '../kernels/kernels.js';

/** Bilinear samples of a plane; `map` leads from output pixels to plane pixels. Edges are replicated. */
export function warpPlane(plane: Plane, map: AffineMap, width: number, height: number): Plane {
  const { xx, xy, x0, yx, yy, y0 } = map;
  return inKernels((memory) => {
    const source = memory.place(plane);
    const target = memory.createGrid(width, height);
    // prettier-ignore
    memory.kernels.warp(
      source.at, plane.width, plane.height,
      xx, xy, x0, yx, yy, y0,
      target.at, width, height,
    );
    return memory.take(target);
  });
}
