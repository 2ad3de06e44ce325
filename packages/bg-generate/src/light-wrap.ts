import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlanar, gaussianBlur, shrink } from '@avatar/image';
import { inverse, mapPlanes3, ReducedReader, shrinkImage } from './reduced.js';

export interface LightWrap {
  readonly lightWrap: number;
  /** Fraction of the picture's side. */
  readonly wrapReach: number;
}

/** Soft light is computed at this fraction of the size. */
const REDUCED = 4;
/** The background's light is softer than the opacity's edge. */
const LIGHT_SOFTNESS = 1.4;
const GAIN = 1.6;
/** Less open surroundings than this get no light from behind. */
const ENCLOSED = 1e-3;

/** `image` over `backdrop`; where the backdrop is brighter than the person's edge, its light spills over. */
export function lightWrapped(
  image: PlanarImage,
  alpha: Plane,
  backdrop: PlanarImage,
  { lightWrap, wrapReach }: LightWrap,
): PlanarImage {
  const { width, height } = image;
  const reachPx = (wrapReach * width) / REDUCED;
  const light = mapPlanes3(shrinkImage(backdrop, REDUCED), (plane) =>
    gaussianBlur(plane, reachPx * LIGHT_SOFTNESS),
  );
  const openness = gaussianBlur(inverse(shrink(alpha, REDUCED)), reachPx);
  const reader = new ReducedReader(openness, REDUCED);
  const result = createPlanar(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const a = alpha.data[i];
      let wrap = 0;
      if (a > 0) {
        reader.moveTo(x, y);
        wrap = GAIN * lightWrap * reader.read(openness) * a;
      }
      for (let channel = 0; channel < 3; channel++) {
        let value = image.planes[channel][i];
        if (wrap > ENCLOSED) {
          const excess = reader.read(light[channel]) - value;
          if (excess > 0) value += excess * wrap;
        }
        const behind = backdrop.planes[channel][i];
        result.planes[channel][i] = behind + (value - behind) * a;
      }
    }
  return result;
}
