import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane } from '@avatar/image';
import type { Planes3 } from './half-size.js';

/** The colour of one side of the edge (person or background) as it goes on under the edge. */
export interface SideColours {
  readonly colours: Planes3;
  /** 1 where enough sure pixels are near, 0 where there are none. */
  readonly known: Plane;
}

/** How much of the blurred set must be near a pixel for its colour to count. */
const ENOUGH = 1 / 20;

const twice = (plane: Plane, radius: number): Plane => boxBlur(boxBlur(plane, radius), radius);

/** Pixels that `belongs`, without those near the set's own border. */
export function sureSet(alpha: Plane, erosionPx: number, belongs: (alpha: number) => boolean): Plane {
  const set = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < set.data.length; i++) set.data[i] = belongs(alpha.data[i]) ? 1 : 0;
  const share = boxBlur(set, erosionPx);
  for (let i = 0; i < set.data.length; i++) set.data[i] = share.data[i] > 0.97 ? 1 : 0;
  return set;
}

/** Spreads the colours of `set` outwards by a normalised blur. */
export function spreadColours(image: Planes3, set: Plane, radiusPx: number): SideColours {
  const weight = twice(set, radiusPx);
  const spread = (plane: Plane): Plane => {
    const masked = createPlane(plane.width, plane.height);
    for (let i = 0; i < masked.data.length; i++) masked.data[i] = plane.data[i] * set.data[i];
    const blurred = twice(masked, radiusPx);
    for (let i = 0; i < blurred.data.length; i++) blurred.data[i] /= weight.data[i] + 1e-5;
    return blurred;
  };
  const colours: Planes3 = [spread(image[0]), spread(image[1]), spread(image[2])];
  for (let i = 0; i < weight.data.length; i++) weight.data[i] = Math.min(1, weight.data[i] / ENOUGH);
  return { colours, known: weight };
}
