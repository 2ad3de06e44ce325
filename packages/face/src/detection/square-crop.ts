import { transformAbout, type PixelScaling, type Point } from '@avatar/image';
import type { SimilarityTransform } from '@avatar/stage';
import { levelForStep, type Pyramid } from './pyramid.js';

/** A square of the picture, turned clockwise by `angleRad`. */
export interface Square {
  readonly centre: Point;
  readonly sidePx: number;
  readonly angleRad: number;
}

/** From pixels of a `sizePx` crop of the square to pixels of the picture. */
export const squareToPicture = (square: Square, sizePx: number): SimilarityTransform =>
  transformAbout([sizePx / 2, sizePx / 2], square.centre, square.sidePx / sizePx, square.angleRad);

/**
 * The square as a `sizePx` model input, channels first. Bilinear on the pyramid level that fits, so that nothing
 * aliases; black outside the picture.
 */
export function cropSquare(
  pyramid: Pyramid,
  square: Square,
  sizePx: number,
  { scale, offset }: PixelScaling,
): Float32Array {
  const step = square.sidePx / sizePx;
  const index = levelForStep(step);
  const { data, width, height, channels } = pyramid.level(index);
  const { a, b, tx, ty } = scaled(squareToPicture(square, sizePx), 1 / 2 ** index);
  const stride = width * channels;
  const count = sizePx * sizePx;
  const tensor = new Float32Array(count * 3);
  tensor.fill(offset);
  for (let y = 0, o = 0; y < sizePx; y++)
    for (let x = 0; x < sizePx; x++, o++) {
      const u = a * (x + 0.5) - b * (y + 0.5) + tx - 0.5;
      const v = b * (x + 0.5) + a * (y + 0.5) + ty - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < -1 || top < -1 || left >= width || top >= height) continue;
      const fx = u - left;
      const fy = v - top;
      // Samples beyond the border are black: their weight is taken away, and the position is kept inside.
      const x0 = left < 0 ? 0 : 1 - fx;
      const x1 = left >= width - 1 ? 0 : fx;
      const y0 = top < 0 ? 0 : 1 - fy;
      const y1 = top >= height - 1 ? 0 : fy;
      const at00 = (left < 0 ? 0 : left) * channels + (top < 0 ? 0 : top) * stride;
      const at10 = left < 0 || left >= width - 1 ? at00 : at00 + channels;
      const down = top < 0 || top >= height - 1 ? 0 : stride;
      const w00 = x0 * y0 * scale;
      const w10 = x1 * y0 * scale;
      const w01 = x0 * y1 * scale;
      const w11 = x1 * y1 * scale;
      for (let c = 0; c < 3; c++)
        tensor[o + c * count] =
          w00 * data[at00 + c] +
          w10 * data[at10 + c] +
          w01 * data[at00 + down + c] +
          w11 * data[at10 + down + c] +
          offset;
    }
  return tensor;
}

const scaled = (t: SimilarityTransform, factor: number): SimilarityTransform => ({
  a: t.a * factor,
  b: t.b * factor,
  tx: t.tx * factor,
  ty: t.ty * factor,
});
