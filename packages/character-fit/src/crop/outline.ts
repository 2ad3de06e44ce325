import { landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, type Point } from '@avatar/image';
import { CROP_PX, pointOf, type HeadCrop } from './head-crop.js';

/** The landmarks of an outline in pixels of the crop, scaled about their middle. */
export const outlineOf = (crop: HeadCrop, indices: readonly number[], scale = 1): Point[] =>
  landmarkPolygon(crop.landmarks, indices, scale);

/** Points on the way from one landmark to another, each pair by itself. */
export const between = (
  crop: HeadCrop,
  pairs: readonly (readonly [from: number, to: number])[],
  share: number,
): Point[] =>
  pairs.map(([from, to]) => {
    const [x0, y0] = pointOf(crop, from);
    const [x1, y1] = pointOf(crop, to);
    return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
  });

/** Indices of the pixels in a polygon, every `step`-th of every `step`-th row. */
export function pixelsIn(polygon: readonly Point[], step = 1): number[] {
  const mask = createPlane(CROP_PX, CROP_PX);
  fillPolygon(mask, polygon);
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  const bound = (value: number) => Math.max(0, Math.min(CROP_PX, value));
  const [left, right] = [bound(Math.floor(Math.min(...xs))), bound(Math.ceil(Math.max(...xs)))];
  const [top, bottom] = [bound(Math.floor(Math.min(...ys))), bound(Math.ceil(Math.max(...ys)))];
  const pixels: number[] = [];
  for (let y = top; y < bottom; y += step)
    for (let x = left; x < right; x += step) if (mask.data[y * CROP_PX + x] > 0) pixels.push(y * CROP_PX + x);
  return pixels;
}

/** Column and row of a pixel. */
export const placeOf = (pixel: number): Point => [pixel % CROP_PX, Math.floor(pixel / CROP_PX)];
