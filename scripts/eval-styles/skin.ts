import { median, toLab } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';

const SURE = 0.7;

/** Median CIELAB lightness of the skin. */
export function skinLightness(image: PlanarImage, skin: Plane): number {
  const { L } = toLab(image);
  const values = L.filter((_, i) => skin.data[i] > SURE);
  return values.length === 0 ? 0 : median(values);
}

/** Skin of this lightness and darker counts as dark, in L. */
export const DARK_SKIN = 55;
