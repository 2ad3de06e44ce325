import type { RasterImage, SimilarityTransform } from '@avatar/stage';

/** Clockwise quarter turns. */
export type Quarters = 0 | 1 | 2 | 3;

/** The clockwise quarter turns that bring something turned clockwise by `angleRad` nearest to upright. */
export const quartersToUpright = (angleRad: number): Quarters =>
  (((-Math.round(angleRad / (Math.PI / 2)) % 4) + 4) % 4) as Quarters;

/** From pixels of the turned picture to pixels of the `width` x `height` picture that was turned. */
export function turnedToPicture(width: number, height: number, quarters: Quarters): SimilarityTransform {
  if (quarters === 1) return { a: 0, b: -1, tx: 0, ty: height };
  if (quarters === 2) return { a: -1, b: 0, tx: width, ty: height };
  if (quarters === 3) return { a: 0, b: 1, tx: width, ty: 0 };
  return { a: 1, b: 0, tx: 0, ty: 0 };
}

/** The picture turned clockwise, without loss. */
export function turnPicture(image: RasterImage, quarters: Quarters): RasterImage {
  if (quarters === 0) return image;
  const { data: source, channels } = image;
  const width = quarters === 2 ? image.width : image.height;
  const height = quarters === 2 ? image.height : image.width;
  const data = new Uint8Array(source.length);
  const { a, b, tx, ty } = turnedToPicture(image.width, image.height, quarters);
  const columnStep = (a + b * image.width) * channels;
  for (let y = 0, o = 0; y < height; y++) {
    const sourceX = Math.floor(a * 0.5 - b * (y + 0.5) + tx);
    const sourceY = Math.floor(b * 0.5 + a * (y + 0.5) + ty);
    let from = (sourceY * image.width + sourceX) * channels;
    for (let x = 0; x < width; x++, from += columnStep)
      for (let c = 0; c < channels; c++) data[o++] = source[from + c];
  }
  return { data, width, height, channels };
}
