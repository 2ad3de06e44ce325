import type { Plane, RasterImage, SimilarityTransform } from '@avatar/stage';
import { createPlane } from '../planes/plane.js';

/** Clockwise quarter turns. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The quarter turns that bring something turned clockwise by `angleRad` nearest to upright. */
export const quarterTurnsToUpright = (angleRad: number): QuarterTurns =>
  (((-Math.round(angleRad / (Math.PI / 2)) % 4) + 4) % 4) as QuarterTurns;

/** The quarter turns that undo these. */
export const turnedBack = (turns: QuarterTurns): QuarterTurns => ((4 - turns) % 4) as QuarterTurns;

/** From pixels of the turned picture to pixels of the `width` x `height` picture that was turned. */
export function turnedToPicture(width: number, height: number, turns: QuarterTurns): SimilarityTransform {
  if (turns === 1) return { a: 0, b: -1, tx: 0, ty: height };
  if (turns === 2) return { a: -1, b: 0, tx: width, ty: height };
  if (turns === 3) return { a: 0, b: 1, tx: width, ty: 0 };
  return { a: 1, b: 0, tx: 0, ty: 0 };
}

/** Source index of the first pixel of a turned picture, and the steps along its rows and columns. */
function walk(
  width: number,
  height: number,
  turns: QuarterTurns,
): [start: number, alongX: number, alongY: number] {
  switch (turns) {
    case 1:
      return [(height - 1) * width, -width, 1];
    case 2:
      return [width * height - 1, -1, -width];
    case 3:
      return [width - 1, width, -1];
    default:
      return [0, 1, width];
  }
}

/** The picture turned clockwise, without loss; the same object where there is nothing to turn. */
export function turnRaster(image: RasterImage, turns: QuarterTurns): RasterImage {
  if (turns === 0) return image;
  const { width, height, channels, data: source } = image;
  const [start, alongX, alongY] = walk(width, height, turns);
  const turnedWidth = turns === 2 ? width : height;
  const turnedHeight = turns === 2 ? height : width;
  const data = new Uint8Array(source.length);
  for (let y = 0, o = 0; y < turnedHeight; y++)
    for (let x = 0, at = start + y * alongY; x < turnedWidth; x++, at += alongX)
      for (let channel = 0; channel < channels; channel++) data[o++] = source[at * channels + channel];
  return { data, width: turnedWidth, height: turnedHeight, channels };
}

/** The plane turned clockwise; the same object where there is nothing to turn. */
export function turnPlane(plane: Plane, turns: QuarterTurns): Plane {
  if (turns === 0) return plane;
  const { width, height, data: source } = plane;
  const [start, alongX, alongY] = walk(width, height, turns);
  const turned = turns === 2 ? createPlane(width, height) : createPlane(height, width);
  for (let y = 0, o = 0; y < turned.height; y++)
    for (let x = 0, at = start + y * alongY; x < turned.width; x++, at += alongX)
      turned.data[o++] = source[at];
  return turned;
}
