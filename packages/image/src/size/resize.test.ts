import { describe, expect, it } from 'vitest';
import { extractRegion, resizeRaster } from './resize.js';

const numbered = (width: number, height: number, channels: 3 | 4) => ({
  data: Uint8Array.from({ length: width * height * channels }, (_, i) => i % 251),
  width,
  height,
  channels,
});

describe('extractRegion', () => {
  it.each([3, 4] as const)('copies whole pixels of %d channels', (channels) => {
    const region = extractRegion(numbered(5, 4, channels), { x: 1, y: 2, width: 3, height: 2 });
    const rows = [2, 3].flatMap((y) =>
      Array.from({ length: 3 * channels }, (_, i) => ((y * 5 + 1) * channels + i) % 251),
    );
    expect([...region.data]).toEqual(rows);
    expect([region.width, region.height, region.channels]).toEqual([3, 2, channels]);
  });

  it('gives the picture itself when that is the region', () => {
    const image = numbered(5, 4, 3);
    expect(extractRegion(image, { x: 0, y: 0, width: 5, height: 4 })).toBe(image);
  });
});

describe('resizeRaster', () => {
  it.each([
    [7, 5],
    [100, 81],
    [1, 1],
  ])('gives exactly %d x %d', async (width, height) => {
    for (const channels of [3, 4] as const) {
      const resized = await resizeRaster(numbered(40, 30, channels), width, height);
      expect([resized.width, resized.height, resized.data.length]).toEqual([
        width,
        height,
        width * height * channels,
      ]);
    }
  });

  it('repeats pixels with the nearest kernel', async () => {
    const image = {
      data: Uint8Array.of(10, 20, 30, 200, 210, 220),
      width: 2,
      height: 1,
      channels: 3,
    } as const;
    const { data } = await resizeRaster(image, 4, 1, 'nearest');
    expect([...data]).toEqual([10, 20, 30, 10, 20, 30, 200, 210, 220, 200, 210, 220]);
  });

  it('does not alias when it shrinks', async () => {
    const stripes = {
      data: Uint8Array.from({ length: 300 * 8 * 3 }, (_, i) => (Math.floor(i / 3) % 2) * 255),
      width: 300,
      height: 8,
      channels: 3 as const,
    };
    const { data } = await resizeRaster(stripes, 60, 8, 'lanczos3');
    for (const value of data.slice(9, 60 * 3 - 9)) expect(Math.abs(value - 127.5)).toBeLessThan(8);
  });
});
