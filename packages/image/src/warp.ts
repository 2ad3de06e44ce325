import type { PlanarImage, Plane, RasterImage, SimilarityTransform } from '@avatar/stage';
import { createPlanar, createPlane } from './plane.js';
import { extractRegion, resizeRaster } from './resize.js';
import { applyTransform, invertTransform, transformScale, type Point } from './transform.js';

const edge = (at: number, last: number): number => (at < 0 ? 0 : at > last ? last : at);

/**
 * Catmull-Rom samples of `source` at `map` of each pixel of a `width` x `height` picture. Edges are replicated.
 * Everything is in one loop with plain variables: sixteen samples a pixel leave no room for calls and arrays.
 */
function sampleCubic(source: RasterImage, map: AffineMap, width: number, height: number): PlanarImage {
  const target = createPlanar(width, height);
  const [red, green, blue] = target.planes;
  const { data, channels } = source;
  const lastX = source.width - 1;
  const lastY = source.height - 1;
  const stride = source.width * channels;
  const rowWeights = new Float64Array(4);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o++) {
      const u = map.xx * (x + 0.5) + map.xy * (y + 0.5) + map.x0 - 0.5;
      const v = map.yx * (x + 0.5) + map.yy * (y + 0.5) + map.y0 - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const s = u - left;
      const s2 = s * s;
      const w0 = (-0.5 * s + s2 - 0.5 * s * s2) / 255;
      const w1 = (1 - 2.5 * s2 + 1.5 * s * s2) / 255;
      const w2 = (0.5 * s + 2 * s2 - 1.5 * s * s2) / 255;
      const w3 = (-0.5 * s2 + 0.5 * s * s2) / 255;
      const t = v - top;
      const t2 = t * t;
      rowWeights[0] = -0.5 * t + t2 - 0.5 * t * t2;
      rowWeights[1] = 1 - 2.5 * t2 + 1.5 * t * t2;
      rowWeights[2] = 0.5 * t + 2 * t2 - 1.5 * t * t2;
      rowWeights[3] = -0.5 * t2 + 0.5 * t * t2;
      const c0 = edge(left - 1, lastX) * channels;
      const c1 = edge(left, lastX) * channels;
      const c2 = edge(left + 1, lastX) * channels;
      const c3 = edge(left + 2, lastX) * channels;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = 0; j < 4; j++) {
        const weight = rowWeights[j];
        const row = edge(top - 1 + j, lastY) * stride;
        const p0 = row + c0;
        const p1 = row + c1;
        const p2 = row + c2;
        const p3 = row + c3;
        r += weight * (w0 * data[p0] + w1 * data[p1] + w2 * data[p2] + w3 * data[p3]);
        g += weight * (w0 * data[p0 + 1] + w1 * data[p1 + 1] + w2 * data[p2 + 1] + w3 * data[p3 + 1]);
        b += weight * (w0 * data[p0 + 2] + w1 * data[p1 + 2] + w2 * data[p2 + 2] + w3 * data[p3 + 2]);
      }
      red[o] = edge(r, 1);
      green[o] = edge(g, 1);
      blue[o] = edge(b, 1);
    }
  }
  return target;
}

const cornersOf = (width: number, height: number): readonly Point[] => [
  [0, 0],
  [width, 0],
  [0, height],
  [width, height],
];

/** Distance to the border of the photo in output pixels, as coverage: 1 inside, 0 outside, a pixel of ramp. */
function insideMask(
  photo: RasterImage,
  inverse: SimilarityTransform,
  width: number,
  height: number,
  scale: number,
): Plane {
  const inside = createPlane(width, height, 1);
  const distanceAt = (x: number, y: number): number => {
    const [u, v] = applyTransform(inverse, x, y);
    return Math.min(u, photo.width - u, v, photo.height - v) * scale;
  };
  // The photo is convex: if all corners are well inside, everything is.
  if (Math.min(...cornersOf(width, height).map(([x, y]) => distanceAt(x, y))) >= 1) return inside;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o++) {
      const u = inverse.a * (x + 0.5) - inverse.b * (y + 0.5) + inverse.tx;
      const v = inverse.b * (x + 0.5) + inverse.a * (y + 0.5) + inverse.ty;
      const distance = Math.min(u, photo.width - u, v, photo.height - v) * scale;
      inside.data[o] = edge(distance / 2 + 0.5, 1);
    }
  return inside;
}

export interface WarpedPhoto {
  readonly image: PlanarImage;
  /** 1 where the output shows the photo, 0 where it leaves it, with a soft ramp of two pixels. */
  readonly inside: Plane;
}

/**
 * The `width` x `height` picture that `transform` (photo to output) cuts out of `photo`. When the output is smaller than
 * the photo, the region is first shrunk with Lanczos-3 so that nothing aliases; then Catmull-Rom samples do the rest.
 */
export async function warpSimilarity(
  photo: RasterImage,
  transform: SimilarityTransform,
  width: number,
  height: number,
): Promise<WarpedPhoto> {
  const scale = transformScale(transform);
  const inverse = invertTransform(transform);
  const inside = insideMask(photo, inverse, width, height, scale);
  if (scale >= 1) return { image: sampleCubic(photo, affineOf(inverse), width, height), inside };

  const margin = Math.ceil(4 / scale);
  const corners = cornersOf(width, height).map(([x, y]) => applyTransform(inverse, x, y));
  const bound = (axis: 0 | 1, size: number) => {
    const values = corners.map((corner) => corner[axis]);
    const low = Math.min(Math.max(0, Math.floor(Math.min(...values)) - margin), size - 1);
    const high = Math.max(Math.min(size, Math.ceil(Math.max(...values)) + margin), low + 1);
    return [low, high - low] as const;
  };
  const [x, regionWidth] = bound(0, photo.width);
  const [y, regionHeight] = bound(1, photo.height);
  const region = extractRegion(photo, { x, y, width: regionWidth, height: regionHeight });
  const smallWidth = Math.max(1, Math.round(regionWidth * scale));
  const smallHeight = Math.max(1, Math.round(regionHeight * scale));
  const small = await resizeRaster(region, smallWidth, smallHeight, 'lanczos3');
  // The rounded size has slightly different factors in x and y, and the map keeps both.
  const map = scaledMap(affineOf(inverse), { x, y }, smallWidth / regionWidth, smallHeight / regionHeight);
  return { image: sampleCubic(small, map, width, height), inside };
}

/** `u = xx*x + xy*y + x0`, `v = yx*x + yy*y + y0`. */
export interface AffineMap {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

const affineOf = ({ a, b, tx, ty }: SimilarityTransform): AffineMap => ({
  xx: a,
  xy: -b,
  x0: tx,
  yx: b,
  yy: a,
  y0: ty,
});

/** `map` into a picture whose origin is at `origin` and which is scaled by a factor an axis. */
const scaledMap = (
  map: AffineMap,
  origin: { readonly x: number; readonly y: number },
  factorX: number,
  factorY: number,
): AffineMap => ({
  xx: map.xx * factorX,
  xy: map.xy * factorX,
  x0: (map.x0 - origin.x) * factorX,
  yx: map.yx * factorY,
  yy: map.yy * factorY,
  y0: (map.y0 - origin.y) * factorY,
});

/** Bilinear samples of a plane; `map` leads from output pixels to plane pixels. Edges are replicated. */
export function warpPlane(plane: Plane, map: AffineMap, width: number, height: number): Plane {
  const target = createPlane(width, height);
  const { data, width: stride } = plane;
  const lastX = stride - 1;
  const lastY = plane.height - 1;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o++) {
      const u = edge(map.xx * (x + 0.5) + map.xy * (y + 0.5) + map.x0 - 0.5, lastX);
      const v = edge(map.yx * (x + 0.5) + map.yy * (y + 0.5) + map.y0 - 0.5, lastY);
      const left = u | 0;
      const top = v | 0;
      const i = top * stride + left;
      const right = left < lastX ? 1 : 0;
      const below = top < lastY ? stride : 0;
      const fx = u - left;
      const a = data[i] + (data[i + right] - data[i]) * fx;
      const b = data[i + below] + (data[i + below + right] - data[i + below]) * fx;
      target.data[o] = a + (b - a) * (v - top);
    }
  return target;
}
