import type { PlanarImage, Plane } from '@avatar/stage';
import {
  gaussianBlur,
  inverse,
  mapPlanes3,
  type Planes3,
  shrink,
  shrinkImage,
  StackReader,
  shortSide,
} from '@avatar/image';

/** How far the light reaches in, as a fraction of the picture's side: 14 px of 800. */
const REACH = 0.0175;
/** Soft light is computed at this fraction of the size. */
const REDUCED = 4;
/** The background's light is softer than the opacity's edge. */
const LIGHT_SOFTNESS = 1.4;
const GAIN = 1.6;
/** Less open surroundings than this get no light from behind. */
const ENCLOSED = 1e-3;

/** The light that a backdrop sends out, softer than the backdrop and smaller by `REDUCED`. */
export const backdropLight = (backdrop: PlanarImage): Planes3 =>
  mapPlanes3(shrinkImage(backdrop, REDUCED), (plane) =>
    gaussianBlur(plane, REACH * shortSide(plane) * LIGHT_SOFTNESS),
  );

/**
 * `image` over `backdrop`; where the backdrop is brighter than the person's edge, its light spills over.
 * @param light `backdropLight` of the backdrop
 */
export function overBackdrop(
  image: PlanarImage,
  alpha: Plane,
  backdrop: PlanarImage,
  light: Planes3,
  lightWrap: number,
): PlanarImage {
  const { width, height } = image;
  const openness = gaussianBlur(inverse(shrink(alpha, REDUCED)), (REACH * shortSide(image)) / REDUCED);
  const reader = new StackReader([openness, ...light], REDUCED);
  const around = reader.values;
  const [red, green, blue] = image.planes;
  const planes = [
    backdrop.planes[0].slice(),
    backdrop.planes[1].slice(),
    backdrop.planes[2].slice(),
  ] as const;
  const [outRed, outGreen, outBlue] = planes;
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / REDUCED) * openness.width;
    reader.moveToRow(y);
    for (let x = 0; x < width; x++, i++) {
      const a = alpha.data[i];
      if (a <= 0) continue;
      let r = red[i];
      let g = green[i];
      let b = blue[i];
      if (openness.data[row + ((x / REDUCED) | 0)] > ENCLOSED) {
        reader.readAt(x);
        const wrap = GAIN * lightWrap * around[0] * a;
        r += Math.max(0, around[1] - r) * wrap;
        g += Math.max(0, around[2] - g) * wrap;
        b += Math.max(0, around[3] - b) * wrap;
      }
      outRed[i] += (r - outRed[i]) * a;
      outGreen[i] += (g - outGreen[i]) * a;
      outBlue[i] += (b - outBlue[i]) * a;
    }
  }
  return { planes, width, height };
}
