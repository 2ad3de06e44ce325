import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlane, mapPlane } from '../planes/plane.js';
import { toRaster } from '../colour/quantise.js';
import { resampleImage, resamplePlane } from './resample.js';
import { resizeRaster } from './resize.js';

const side = fc.integer({ min: 1, max: 40 });

/** Two slow waves, which every size from 50 on can show. */
const waveAt = (x: number, y: number): number => 0.5 + 0.2 * Math.sin(8 * x + 1) + 0.2 * Math.cos(6 * y);

const waves = (width: number, height: number) =>
  mapPlane(createPlane(width, height), (_, i) =>
    waveAt(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height),
  );

describe('resamplePlane', () => {
  it('keeps a flat plane flat at any size', () => {
    fc.assert(
      fc.property(side, side, side, side, (fromWidth, fromHeight, width, height) => {
        const plane = resamplePlane(createPlane(fromWidth, fromHeight, 0.7), width, height);
        expect(plane.data).toHaveLength(width * height);
        for (const value of plane.data) expect(value).toBeCloseTo(0.7, 5);
      }),
    );
  });

  it.each([
    [120, 90, 51, 67],
    [60, 55, 131, 200],
    [100, 100, 101, 99],
    [400, 300, 50, 50],
  ])('shows the same waves, %d x %d to %d x %d', (fromWidth, fromHeight, width, height) => {
    const { data } = resamplePlane(waves(fromWidth, fromHeight), width, height);
    const expected = waves(width, height).data;
    for (let y = 3; y < height - 3; y++)
      for (let x = 3; x < width - 3; x++)
        expect(Math.abs(data[y * width + x] - expected[y * width + x])).toBeLessThan(0.004);
  });

  it('turns a pattern that is too fine into its mean instead of aliasing', () => {
    const stripes = mapPlane(createPlane(320, 8), (_, i) => i % 2);
    for (const value of resamplePlane(stripes, 61, 8).data.slice(2, 59)) expect(value).toBeCloseTo(0.5, 1);
  });

  it('agrees with the 8-bit resize', async () => {
    const plane = waves(160, 120);
    const image = { planes: [plane.data, plane.data, plane.data], width: 160, height: 120 } as const;
    const ours = toRaster(resampleImage(image, 100, 75));
    const theirs = await resizeRaster(toRaster(image), 100, 75, 'lanczos3');
    ours.data.forEach((value, i) => expect(Math.abs(value - theirs.data[i])).toBeLessThanOrEqual(2));
  });
});
