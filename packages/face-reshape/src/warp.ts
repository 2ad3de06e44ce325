import type { FaceLandmarks, PlanarImage, Plane } from '@avatar/stage';
import { displacementOf, type DisplacementGrid } from './displacement-grid.js';
import type { MovedPixels } from './moved-pixels.js';

const clampTo = (last: number, value: number): number => (value < 0 ? 0 : value > last ? last : value);

/** The picture with every pixel taken from where it comes from, by Catmull-Rom samples. Edges are replicated. */
export function warpPicture({ width, height, planes }: PlanarImage, moved: MovedPixels): PlanarImage {
  const [red, green, blue] = planes.map((plane) => warpCubic({ data: plane, width, height }, moved).data);
  return { planes: [red, green, blue], width, height };
}

function warpCubic({ data, width, height }: Plane, { count, at, x, y }: MovedPixels): Plane {
  const warped = data.slice();
  const [lastX, lastY] = [width - 1, height - 1];
  for (let i = 0; i < count; i++) {
    const left = Math.floor(x[i]);
    const top = Math.floor(y[i]);
    const c0 = clampTo(lastX, left - 1);
    const c1 = clampTo(lastX, left);
    const c2 = clampTo(lastX, left + 1);
    const c3 = clampTo(lastX, left + 2);
    const t = x[i] - left;
    const u0 = t * (-0.5 + t * (1 - 0.5 * t));
    const u1 = 1 + t * t * (-2.5 + 1.5 * t);
    const u2 = t * (0.5 + t * (2 - 1.5 * t));
    const u3 = 1 - u0 - u1 - u2;
    const s = y[i] - top;
    const v0 = s * (-0.5 + s * (1 - 0.5 * s));
    const v1 = 1 + s * s * (-2.5 + 1.5 * s);
    const v2 = s * (0.5 + s * (2 - 1.5 * s));
    const r0 = clampTo(lastY, top - 1) * width;
    const r1 = clampTo(lastY, top) * width;
    const r2 = clampTo(lastY, top + 1) * width;
    const r3 = clampTo(lastY, top + 2) * width;
    const value =
      v0 * (u0 * data[r0 + c0] + u1 * data[r0 + c1] + u2 * data[r0 + c2] + u3 * data[r0 + c3]) +
      v1 * (u0 * data[r1 + c0] + u1 * data[r1 + c1] + u2 * data[r1 + c2] + u3 * data[r1 + c3]) +
      v2 * (u0 * data[r2 + c0] + u1 * data[r2 + c1] + u2 * data[r2 + c2] + u3 * data[r2 + c3]) +
      (1 - v0 - v1 - v2) *
        (u0 * data[r3 + c0] + u1 * data[r3 + c1] + u2 * data[r3 + c2] + u3 * data[r3 + c3]);
    warped[at[i]] = clampTo(1, value);
  }
  return { data: warped, width, height };
}

/** The same of a soft mask, by bilinear samples. */
export function warpMask({ data, width, height }: Plane, { count, at, x, y }: MovedPixels): Plane {
  const warped = data.slice();
  for (let i = 0; i < count; i++) {
    const sx = clampTo(width - 1.001, x[i]);
    const sy = clampTo(height - 1.001, y[i]);
    const from = (sy | 0) * width + (sx | 0);
    const [right, below] = [sx - (sx | 0), sy - (sy | 0)];
    const above = data[from] + (data[from + 1] - data[from]) * right;
    const under = data[from + width] + (data[from + width + 1] - data[from + width]) * right;
    warped[at[i]] = above + (under - above) * below;
  }
  return { data: warped, width, height };
}

/** Rounds of fixed-point iteration that invert the warp to a hundredth of a pixel. */
const ROUNDS = 12;

/** Where the landmarks come to lie in the picture; their depth stays. */
export function warpPoints({ points }: FaceLandmarks, grid: DisplacementGrid): FaceLandmarks {
  const moved = points.slice();
  for (let i = 0; i < points.length; i += 3)
    for (let round = 0; round < ROUNDS; round++) {
      const [dx, dy] = displacementOf(grid, moved[i], moved[i + 1]);
      moved[i] = points[i] - dx;
      moved[i + 1] = points[i + 1] - dy;
    }
  return { scheme: 'mesh468', points: moved };
}
