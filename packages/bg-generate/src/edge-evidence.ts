import type { PlanarImage, Plane } from '@avatar/stage';
import { boxBlur, createPlane, shrink } from '@avatar/image';
import { fitColourModel, type ColourModel } from './colour-model.js';
import { mapPlanes3, shrinkImage } from './reduced.js';
import { sideColours, type SideColours } from './side-colours.js';

/** Sizes below are pixels at this width. */
const REFERENCE_PX = 800;
/** How little a half-opaque pixel counts as a teacher. */
const UNSURE_WEIGHT = 0.3;
const SURE_PERSON = 0.96;
const SURE_BACKDROP = 0.04;

/** What the picture says about the edge of a matte. Planes are smaller than the picture by `HALF` or `QUARTER`. */
export interface EdgeEvidence {
  /** Half size: how much of the surroundings is neither person nor background. */
  readonly unsure: Plane;
  /** Half size: the same over a wider window; high in hair, low along a clear outline. */
  readonly softness: Plane;
  /** Half size: mean opacity around. */
  readonly reach: Plane;
  /** Quarter size: slopes change slowly, the detail comes from the picture. */
  readonly model: ColourModel;
  /** Quarter size. */
  readonly person: SideColours;
  /** Quarter size. */
  readonly backdrop: SideColours;
}

export const HALF = 2;
export const QUARTER = 4;

export function gatherEvidence(image: PlanarImage, alpha: Plane): EdgeEvidence {
  const px = (size: number): number => Math.max(1, Math.round((size * alpha.width) / REFERENCE_PX));
  const half = shrinkImage(image, HALF);
  const halfAlpha = shrink(alpha, HALF);
  const doubt = createPlane(halfAlpha.width, halfAlpha.height);
  const weight = createPlane(halfAlpha.width, halfAlpha.height);
  for (let i = 0; i < doubt.data.length; i++) {
    const a = halfAlpha.data[i];
    doubt.data[i] = 4 * a * (1 - a);
    weight.data[i] = 1 - (1 - UNSURE_WEIGHT) * doubt.data[i];
  }
  const quarter = mapPlanes3(half, (plane) => shrink(plane, 2));
  const quarterAlpha = shrink(halfAlpha, 2);
  const sides = (belongs: (alpha: number) => boolean): SideColours =>
    sideColours(quarter, quarterAlpha, { belongs, erosionPx: px(1), radiusPx: px(5) });
  return {
    unsure: boxBlur(boxBlur(doubt, px(3)), px(2)),
    softness: boxBlur(doubt, px(6)),
    reach: boxBlur(halfAlpha, px(4)),
    model: fitColourModel(quarter, quarterAlpha, {
      radiusPx: px(3),
      epsilon: 2e-4,
      weight: shrink(weight, 2),
    }),
    person: sides((a) => a > SURE_PERSON),
    backdrop: sides((a) => a < SURE_BACKDROP),
  };
}
