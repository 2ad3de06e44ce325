import { createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Plane, RasterImage } from '@avatar/stage';

/** sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Canvas {
  readonly image: RasterImage;
  readonly alpha: Plane;
}

export function newCanvas(sizePx: number, colour: Rgb): Canvas {
  const data = new Uint8Array(3 * sizePx * sizePx);
  for (let i = 0; i < data.length; i += 3) data.set(colour, i);
  return {
    image: { data, width: sizePx, height: sizePx, channels: 3 },
    alpha: createPlane(sizePx, sizePx),
  };
}

export function paint(
  { image, alpha }: Canvas,
  polygon: readonly Point[],
  colour: Rgb,
  isPerson = false,
): void {
  const shape = createPlane(image.width, image.height);
  fillPolygon(shape, polygon);
  for (let i = 0; i < shape.data.length; i++) {
    if (shape.data[i] === 0) continue;
    image.data.set(colour, 3 * i);
    if (isPerson) alpha.data[i] = 1;
  }
}

/** A closed outline of 48 points around (x, y). */
export function ellipse(x: number, y: number, radiusX: number, radiusY: number): Point[] {
  return Array.from({ length: 48 }, (_, step) => {
    const angle = (step * Math.PI) / 24;
    return [x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)];
  });
}
