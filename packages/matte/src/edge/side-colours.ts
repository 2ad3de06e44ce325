import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, mapPlanes3, type Planes3, product } from '@avatar/image';

/** The colour of one side of the edge (person or background) as it goes on under the edge. */
export interface SideColours {
  readonly colours: Planes3;
  /** 1 where enough sure pixels are near, 0 where there are none. */
  readonly known: Plane;
}

/** Share of sure pixels around a pixel from which their colour is believed in full. */
const ENOUGH = 1 / 20;
/** Share of a window that must belong to the set for its middle to stay in. */
const ALL = 0.97;

const twice = (plane: Plane, radius: number): Plane => boxBlur(boxBlur(plane, radius), radius);

/** 1 where alpha `belongs`, and so does everything within `erosionPx`. */
function sureSet(alpha: Plane, erosionPx: number, belongs: (alpha: number) => boolean): Plane {
  const set = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < set.data.length; i++) set.data[i] = belongs(alpha.data[i]) ? 1 : 0;
  const share = boxBlur(set, erosionPx);
  for (let i = 0; i < set.data.length; i++) set.data[i] = share.data[i] > ALL ? 1 : 0;
  return set;
}

export interface SideOptions {
  readonly belongs: (alpha: number) => boolean;
  readonly erosionPx: number;
  readonly radiusPx: number;
}

/** Carries the colours of the pixels that surely belong to one side outwards, by a normalised blur. */
export function sideColours(image: Planes3, alpha: Plane, options: SideOptions): SideColours {
  const { belongs, erosionPx, radiusPx } = options;
  const set = sureSet(alpha, erosionPx, belongs);
  const known = twice(set, radiusPx);
  const share = known.data;
  const colours = mapPlanes3(image, (plane) => {
    const spread = twice(product(plane, set), radiusPx);
    const { data } = spread;
    for (let i = 0; i < data.length; i++) data[i] /= share[i] + 1e-5;
    return spread;
  });
  for (let i = 0; i < share.length; i++) share[i] = Math.min(1, share[i] / ENOUGH);
  return { colours, known };
}
