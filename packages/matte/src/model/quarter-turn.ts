import type { Plane, RasterImage } from '@avatar/stage';
import { createPlane } from '@avatar/image';

/** Source index of the first pixel of a turned picture, and the steps along its rows and columns. */
function walk(width: number, height: number, turns: number): [start: number, alongX: number, alongY: number] {
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

/** Turns clockwise by `turns` (0 to 3) right angles. */
export function turnRaster(image: RasterImage, turns: number): RasterImage {
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

/** Turns clockwise by `turns` (0 to 3) right angles. */
export function turnPlane(plane: Plane, turns: number): Plane {
  if (turns === 0) return plane;
  const { width, height, data: source } = plane;
  const [start, alongX, alongY] = walk(width, height, turns);
  const turned = turns === 2 ? createPlane(width, height) : createPlane(height, width);
  for (let y = 0, o = 0; y < turned.height; y++)
    for (let x = 0, at = start + y * alongY; x < turned.width; x++, at += alongX)
      turned.data[o++] = source[at];
  return turned;
}
