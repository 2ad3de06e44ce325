import type { PlanarImage, Plane, RasterImage, SimilarityTransform } from '@avatar/stage';
import { createPlanar, createPlane } from './plane.js';
import { extractRegion, resizeRaster } from './resize.js';
import { composeTransforms, applyTransform, invertTransform, transformScale } from './transform.js';

/** Catmull-Rom weights for the four samples around a fraction `t` in [0, 1). */
function cubicWeights(t: number, weights: Float32Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  weights[0] = -0.5 * t + t2 - 0.5 * t3;
  weights[1] = 1 - 2.5 * t2 + 1.5 * t3;
  weights[2] = 0.5 * t + 2 * t2 - 1.5 * t3;
  weights[3] = -0.5 * t2 + 0.5 * t3;
}

const edge = (at: number, last: number): number => (at < 0 ? 0 : at > last ? last : at);

/** Samples `source` at the inverse of `transform` for each pixel of a `width` x `height` picture. Edges are replicated. */
function sampleCubic(
  source: RasterImage,
  inverse: SimilarityTransform,
  width: number,
  height: number,
): PlanarImage {
  const target = createPlanar(width, height);
  const [red, green, blue] = target.planes;
  const { data, channels } = source;
  const lastX = source.width - 1;
  const lastY = source.height - 1;
  const stride = source.width * channels;
  const wx = new Float32Array(4);
  const wy = new Float32Array(4);
  const columns = new Int32Array(4);
  const scale = 1 / 255;
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o++) {
      const u = inverse.a * (x + 0.5) - inverse.b * (y + 0.5) + inverse.tx - 0.5;
      const v = inverse.b * (x + 0.5) + inverse.a * (y + 0.5) + inverse.ty - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      cubicWeights(u - left, wx);
      cubicWeights(v - top, wy);
      for (let i = 0; i < 4; i++) columns[i] = edge(left - 1 + i, lastX) * channels;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = 0; j < 4; j++) {
        const row = edge(top - 1 + j, lastY) * stride;
        for (let i = 0; i < 4; i++) {
          const weight = wy[j] * wx[i];
          const at = row + columns[i];
          r += weight * data[at];
          g += weight * data[at + 1];
          b += weight * data[at + 2];
        }
      }
      red[o] = edge(r * scale, 1);
      green[o] = edge(g * scale, 1);
      blue[o] = edge(b * scale, 1);
    }
  }
  return target;
}

/** Distance to the border of the photo in output pixels, as coverage: 1 inside, 0 outside, a pixel of ramp. */
function insideMask(
  photo: RasterImage,
  inverse: SimilarityTransform,
  width: number,
  height: number,
  scale: number,
): Plane {
  const inside = createPlane(width, height);
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
  if (scale >= 1) return { image: sampleCubic(photo, inverse, width, height), inside };

  const margin = Math.ceil(4 / scale);
  const corners = [
    applyTransform(inverse, 0, 0),
    applyTransform(inverse, width, 0),
    applyTransform(inverse, 0, height),
    applyTransform(inverse, width, height),
  ];
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
  // The rounded size gives x and y slightly different factors; one factor for both is within 1/2 px of either.
  const factor = (smallWidth / regionWidth + smallHeight / regionHeight) / 2;
  const toSmall = { a: factor, b: 0, tx: -x * factor, ty: -y * factor };
  return { image: sampleCubic(small, composeTransforms(toSmall, inverse), width, height), inside };
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

/** Bilinear samples of a plane; `map` leads from output pixels to plane pixels. Edges are replicated. */
export function warpPlane(plane: Plane, map: AffineMap, width: number, height: number): Plane {
  const target = createPlane(width, height);
  const { data, width: stride } = plane;
  const lastX = plane.width - 1.001;
  const lastY = plane.height - 1.001;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o++) {
      const u = edge(map.xx * (x + 0.5) + map.xy * (y + 0.5) + map.x0 - 0.5, lastX);
      const v = edge(map.yx * (x + 0.5) + map.yy * (y + 0.5) + map.y0 - 0.5, lastY);
      const left = u | 0;
      const top = v | 0;
      const i = top * stride + left;
      const fx = u - left;
      const a = data[i] + (data[i + 1] - data[i]) * fx;
      const b = data[i + stride] + (data[i + stride + 1] - data[i + stride]) * fx;
      target.data[o] = a + (b - a) * (v - top);
    }
  return target;
}
