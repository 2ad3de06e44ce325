import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, type Planes3, shrink, shortSide } from '@avatar/image';
import { fitColourModel, type ColourModel } from './colour-model.js';
import { sideColours, type SideColours } from './side-colours.js';

/** Sizes below are pixels of the reduced planes at this width of the picture. */
const REFERENCE_PX = 800;
/** How little a half-opaque pixel counts as a teacher. */
const UNSURE_WEIGHT = 0.3;
const SURE_PERSON = 0.96;
const SURE_BACKDROP = 0.04;

/** What the picture says about the edge of a matte. All planes have a quarter of the picture's size. */
export interface EdgeEvidence {
  /** How much of the surroundings is neither person nor background. */
  readonly unsure: Plane;
  /** The same over a wider window; high in hair, low along a clear outline. */
  readonly softness: Plane;
  /** Mean opacity around. */
  readonly reach: Plane;
  /** Slopes change slowly, the detail comes from the picture. */
  readonly model: ColourModel;
  readonly person: SideColours;
  readonly backdrop: SideColours;
}

/** 4a(1 - a) of the matte, at quarter size; taken at half size, where a strand of hair is still half-opaque. */
function doubtOf(halfAlpha: Plane): Plane {
  const doubt = createPlane(halfAlpha.width, halfAlpha.height);
  const { data } = doubt;
  const opacities = halfAlpha.data;
  for (let i = 0; i < data.length; i++) data[i] = 4 * opacities[i] * (1 - opacities[i]);
  return shrink(doubt, 2);
}

function certainty(doubt: Plane): Plane {
  const weight = createPlane(doubt.width, doubt.height);
  for (let i = 0; i < weight.data.length; i++) weight.data[i] = 1 - (1 - UNSURE_WEIGHT) * doubt.data[i];
  return weight;
}

/** @param quarter the picture at quarter size */
export function gatherEvidence(quarter: Planes3, alpha: Plane): EdgeEvidence {
  const px = (size: number): number => Math.max(1, Math.round((size * shortSide(alpha)) / REFERENCE_PX));
  const halfAlpha = shrink(alpha, 2);
  const doubt = doubtOf(halfAlpha);
  const quarterAlpha = shrink(halfAlpha, 2);
  const sides = (belongs: (alpha: number) => boolean): SideColours =>
    sideColours(quarter, quarterAlpha, { belongs, erosionPx: px(1), radiusPx: px(5) });
  return {
    unsure: boxBlur(boxBlur(doubt, px(1)), px(1)),
    softness: boxBlur(doubt, px(3)),
    reach: boxBlur(quarterAlpha, px(2)),
    model: fitColourModel(quarter, quarterAlpha, {
      radiusPx: px(3),
      epsilon: 2e-4,
      weight: certainty(doubt),
    }),
    person: sides((a) => a > SURE_PERSON),
    backdrop: sides((a) => a < SURE_BACKDROP),
  };
}
