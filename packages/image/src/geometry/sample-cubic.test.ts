import type { RasterImage } from '@avatar/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.js';
import { sampleCubic } from './sample-cubic.js';

function noise(width: number, height: number, channels: 3 | 4, seed: number): RasterImage {
  const random = seededRandom(seed);
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < data.length; i++) data[i] = random() * 256;
  return { data, width, height, channels };
}

/** The definition of the Catmull-Rom spline, for a tap `distance` away. */
function weightAt(distance: number): number {
  const d = Math.abs(distance);
  if (d >= 2) return 0;
  return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
}

function slowSample({ data, width, height, channels }: RasterImage, channel: number, u: number, v: number) {
  let sum = 0;
  for (let y = Math.floor(v) - 1; y <= Math.floor(v) + 2; y++)
    for (let x = Math.floor(u) - 1; x <= Math.floor(u) + 2; x++) {
      const row = Math.min(Math.max(y, 0), height - 1);
      const column = Math.min(Math.max(x, 0), width - 1);
      sum += weightAt(u - x) * weightAt(v - y) * data[(row * width + column) * channels + channel];
    }
  return Math.min(Math.max(sum / 255, 0), 1);
}

describe('sampleCubic', () => {
  it('is the spline through sixteen pixels, inside the picture, at its edges and beyond', () => {
    const side = fc.integer({ min: 1, max: 13 });
    const slope = fc.double({ min: -1.2, max: 1.2, noNaN: true });
    const origin = fc.double({ min: -20, max: 30, noNaN: true });
    const map = fc.record({ xx: slope, xy: slope, x0: origin, yx: slope, yy: slope, y0: origin });
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(3 as const, 4 as const),
        map,
        fc.nat(),
        (w, h, channels, m, seed) => {
          const photo = noise(w, h, channels, seed);
          const { planes } = sampleCubic(photo, m, 11, 6);
          for (let i = 0; i < 66; i++) {
            const x = (i % 11) + 0.5;
            const y = Math.floor(i / 11) + 0.5;
            const u = m.xx * x + m.xy * y + m.x0 - 0.5;
            const v = m.yx * x + m.yy * y + m.y0 - 0.5;
            planes.forEach((plane, channel) =>
              expect(Math.abs(plane[i] - slowSample(photo, channel, u, v))).toBeLessThan(1e-5),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
