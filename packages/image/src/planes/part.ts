import type { Box, PlanarImage, Plane } from '@avatar/stage';
import { createPlane, mapPlanes } from './plane.js';

/** A copy of the part of a plane in a box of whole pixels, which lies inside. */
export function cutPlane(plane: Plane, { x, y, width, height }: Box): Plane {
  const part = createPlane(width, height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * plane.width + x;
    part.data.set(plane.data.subarray(from, from + width), row * width);
  }
  return part;
}

/** `cutPlane` on the three planes of a picture. */
export const cutPlanar = (image: PlanarImage, box: Box): PlanarImage =>
  mapPlanes(image, (plane) => cutPlane(plane, box));

/** Writes a part back into the plane that it was cut from. */
export function putPlane(target: Plane, part: Plane, { x, y }: Pick<Box, 'x' | 'y'>): void {
  for (let row = 0; row < part.height; row++)
    target.data.set(
      part.data.subarray(row * part.width, (row + 1) * part.width),
      (y + row) * target.width + x,
    );
}
