import type { PlanarImage, RasterImage } from '@avatar/stage';
import type { AffineMap } from './affine.js';
import { createPlanar } from './plane.js';

const edge = (at: number, last: number): number => (at < 0 ? 0 : at > last ? last : at);

/**
 * Catmull-Rom samples of `source` at `map` of each pixel of a `width` x `height` picture. Edges are replicated.
 * Everything is in one loop with plain variables: sixteen samples a pixel leave no room for calls and arrays.
 */
export function sampleCubic(source: RasterImage, map: AffineMap, width: number, height: number): PlanarImage {
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
