import type { FaceLandmarks, PlanarImage, Plane } from '@avatar/stage';
import { createPlane, mapPlanes } from '@avatar/image';
import { skinReach } from './skin-prior.js';

/** A rectangle of whole pixels inside the square. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where skin can be, with a margin, on a grid of `gridPx`, so that what is computed in it fits the whole square. */
export function skinArea(
  landmarks: FaceLandmarks,
  sizePx: number,
  { marginPx, gridPx }: { readonly marginPx: number; readonly gridPx: number },
): Area {
  const reach = skinReach(landmarks);
  const inSquare = (value: number) => Math.min(Math.max(value, 0), sizePx);
  const low = (value: number) => inSquare(Math.floor((value - marginPx) / gridPx) * gridPx);
  const high = (value: number) => inSquare(Math.ceil((value + marginPx) / gridPx) * gridPx);
  const x = low(reach.left);
  const y = low(reach.top);
  // Never empty, wherever the landmarks are.
  const width = Math.max(Math.min(gridPx, sizePx), high(reach.right) - x);
  const height = Math.max(Math.min(gridPx, sizePx), high(reach.bottom) - y);
  return { x: Math.min(x, sizePx - width), y: Math.min(y, sizePx - height), width, height };
}

export function cutArea(plane: Plane, { x, y, width, height }: Area): Plane {
  if (width === plane.width && height === plane.height) return plane;
  const part = createPlane(width, height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * plane.width + x;
    part.data.set(plane.data.subarray(from, from + width), row * width);
  }
  return part;
}

export const cutPicture = (image: PlanarImage, area: Area): PlanarImage =>
  mapPlanes(image, (plane) => cutArea(plane, area));
