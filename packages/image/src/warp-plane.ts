import type { Plane } from '@avatar/stage';
import type { AffineMap } from './affine.js';
import { createPlane } from './plane.js';

const edge = (at: number, last: number): number => (at < 0 ? 0 : at > last ? last : at);

/** Bilinear samples of a plane; `map` leads from output pixels to plane pixels. Edges are replicated. */
export function warpPlane(plane: Plane, map: AffineMap, width: number, height: number): Plane {
  const target = createPlane(width, height);
  const { data, width: stride } = plane;
  const lastX = stride - 1;
  const lastY = plane.height - 1;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o++) {
      const u = edge(map.xx * (x + 0.5) + map.xy * (y + 0.5) + map.x0 - 0.5, lastX);
      const v = edge(map.yx * (x + 0.5) + map.yy * (y + 0.5) + map.y0 - 0.5, lastY);
      const left = u | 0;
      const top = v | 0;
      const i = top * stride + left;
      const right = left < lastX ? 1 : 0;
      const below = top < lastY ? stride : 0;
      const fx = u - left;
      const a = data[i] + (data[i + right] - data[i]) * fx;
      const b = data[i + below] + (data[i + below + right] - data[i + below]) * fx;
      target.data[o] = a + (b - a) * (v - top);
    }
  return target;
}
