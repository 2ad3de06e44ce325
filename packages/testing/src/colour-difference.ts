import { toLab } from '@avatar/image';
import { planarPair, type Picture } from './picture.js';

/** Mean CIE76 colour difference over all pixels, in CIELAB units: about 2 is just noticeable, 100 is black to white. */
export function meanColourDifference(first: Picture, second: Picture): number {
  const [a, b] = planarPair(first, second).map(toLab);
  let sum = 0;
  for (let i = 0; i < a.L.length; i++) sum += Math.hypot(a.L[i] - b.L[i], a.a[i] - b.a[i], a.b[i] - b.b[i]);
  return sum / a.L.length;
}

/** Mean absolute difference of the sRGB-encoded channels, in [0, 1]. */
export function meanAbsoluteDifference(first: Picture, second: Picture): number {
  const [a, b] = planarPair(first, second);
  let sum = 0;
  for (const [index, plane] of a.planes.entries()) {
    const other = b.planes[index];
    for (let i = 0; i < plane.length; i++) sum += Math.abs(plane[i] - other[i]);
  }
  return sum / (3 * a.planes[0].length);
}
