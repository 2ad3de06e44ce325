import { toPlanar } from '@avatar/image';
import type { PlanarImage, RasterImage } from '@avatar/stage';

/** A picture in either of the two forms. Alpha is ignored by every measure. */
export type Picture = RasterImage | PlanarImage;

export const planar = (picture: Picture): PlanarImage => ('planes' in picture ? picture : toPlanar(picture));

/** Both pictures as planes. @throws RangeError when their sizes differ: no measure compares those */
export function planarPair(first: Picture, second: Picture): [PlanarImage, PlanarImage] {
  if (first.width !== second.width || first.height !== second.height) {
    const [from, to] = [first, second].map(({ width, height }) => `${width}x${height}`);
    throw new RangeError(`Expected two pictures of one size, received ${from} and ${to}`);
  }
  return [planar(first), planar(second)];
}
