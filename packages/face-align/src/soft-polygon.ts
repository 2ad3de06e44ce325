import { createPlane, fillPolygon, gaussianBlur, type Point } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** How far a Gaussian reaches, in standard deviations. */
const REACH = 3;

/**
 * Adds a polygon with soft edges to a mask in [0, 1]; where polygons overlap, the higher value stays. Only the polygon's
 * surroundings are worked on, so that small parts cost little.
 */
export function paintSoftPolygon(mask: Plane, polygon: readonly Point[], sigmaPx: number): void {
  const margin = Math.ceil(REACH * sigmaPx) + 2;
  const xs = polygon.map((point) => point[0]);
  const ys = polygon.map((point) => point[1]);
  const left = Math.max(0, Math.floor(Math.min(...xs)) - margin);
  const top = Math.max(0, Math.floor(Math.min(...ys)) - margin);
  const right = Math.min(mask.width, Math.ceil(Math.max(...xs)) + margin);
  const bottom = Math.min(mask.height, Math.ceil(Math.max(...ys)) + margin);
  if (right <= left || bottom <= top) return;
  const hard = createPlane(right - left, bottom - top);
  fillPolygon(
    hard,
    polygon.map(([x, y]): Point => [x - left, y - top]),
  );
  const soft = gaussianBlur(hard, sigmaPx);
  for (let y = 0, i = 0; y < soft.height; y++)
    for (let x = 0, o = (top + y) * mask.width + left; x < soft.width; x++, i++, o++)
      if (soft.data[i] > mask.data[o]) mask.data[o] = soft.data[i];
}
