import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanar, createPlane, toPlanar } from '../planes/plane.js';
import { toRaster } from './quantise.js';

const meanOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function flat(value: number, size = 128) {
  const image = createPlanar(size, size);
  for (const plane of image.planes) plane.fill(value);
  return image;
}

describe('toRaster', () => {
  it('rounds and clips without a dither', () => {
    const image = createPlanar(4, 1);
    image.planes[0].set([-0.5, 0.499 / 255, 0.501 / 255, 2]);
    image.planes[1].set([0, 0.5, 1, NaN]);
    const { data } = toRaster(image);
    expect([0, 3, 6, 9].map((i) => data[i])).toEqual([0, 0, 1, 255]);
    expect([1, 4, 7, 10].map((i) => data[i])).toEqual([0, 128, 255, 0]);
  });

  it('comes back from 8 bit unchanged', () => {
    const data = Uint8Array.from({ length: 256 * 3 }, (_, i) => i % 256);
    const raster = { data, width: 16, height: 16, channels: 3 } as const;
    expect(toRaster(toPlanar(raster)).data).toEqual(data);
  });

  it('comes back from 8 bit unchanged in any size', () => {
    const side = fc.integer({ min: 1, max: 19 });
    fc.assert(
      fc.property(side, side, fc.constantFrom<(3 | 4)[]>(3, 4), (width, height, channels) => {
        const data = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 7) % 256);
        const alpha = createPlane(width, height);
        for (let i = 0; i < alpha.data.length; i++) alpha.data[i] = data[i * 4 + 3] / 255;
        const raster = { data, width, height, channels };
        expect(toRaster(toPlanar(raster), channels === 4 ? { alpha } : {})).toEqual(raster);
      }),
    );
  });

  it('keeps the mean that 8 bit cannot show', () => {
    for (const step of [100, 100.25, 100.5, 100.8]) {
      const { data } = toRaster(flat(step / 255), { ditherSeed: 3 });
      expect(meanOf(data)).toBeCloseTo(step, 1);
      expect(Math.max(...data) - Math.min(...data)).toBeLessThanOrEqual(2);
    }
  });

  it('breaks up the bands of a faint gradient', () => {
    const width = 512;
    const image = createPlanar(width, 64);
    const rampAt = (x: number) => 100 + (2 * x) / width;
    for (const plane of image.planes)
      for (let i = 0; i < plane.length; i++) plane[i] = rampAt(i % width) / 255;
    /** Largest distance of the picture from the ramp, both averaged over 16 columns. */
    const worstBlock = (data: Uint8Array): number =>
      Math.max(
        ...Array.from({ length: width / 16 }, (_, block) => {
          const values = data.filter((__, i) => i % 3 === 0 && Math.floor(((i / 3) % width) / 16) === block);
          return Math.abs(meanOf(values) - rampAt(block * 16 + 7.5));
        }),
      );
    expect(worstBlock(toRaster(image).data)).toBeGreaterThan(0.4);
    expect(worstBlock(toRaster(image, { ditherSeed: 1 }).data)).toBeLessThan(0.1);
  });

  it('gives each row and channel noise of its own, the same for the same seed', () => {
    const size = 128;
    const { data } = toRaster(flat(100.5 / 255, size), { ditherSeed: 9 });
    const rows = Array.from({ length: size }, (_, y) => data.slice(y * size * 3, (y + 1) * size * 3).join());
    expect(new Set(rows).size).toBe(size);
    const channel = (offset: number) => Array.from({ length: size }, (_, i) => data[i * 3 + offset]).join();
    expect(new Set([0, 1, 2].map(channel)).size).toBe(3);
    expect(toRaster(flat(100.5 / 255, size), { ditherSeed: 9 }).data).toEqual(data);
    expect(toRaster(flat(100.5 / 255, size), { ditherSeed: 10 }).data).not.toEqual(data);
  });

  it('takes the alpha along, not dithered', () => {
    const alpha = createPlane(2, 1);
    alpha.data.set([0.2, 7]);
    const raster = toRaster(
      { ...flat(1, 1), width: 2, planes: [alpha.data, alpha.data, alpha.data] },
      { alpha },
    );
    expect(raster.channels).toBe(4);
    expect([raster.data[3], raster.data[7]]).toEqual([51, 255]);
  });
});
