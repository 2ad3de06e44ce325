import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlane, mapPlane } from '../planes/plane.js';
import { enlarge, shrink } from './scale.js';

const side = fc.integer({ min: 1, max: 33 });

describe('shrink', () => {
  it('is the mean of each block, with what is left at the right and the bottom', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 7 }), (width, height, factor) => {
        const plane = mapPlane(createPlane(width, height), (_, i) => ((i * 7919) % 101) / 100);
        const small = shrink(plane, factor);
        expect([small.width, small.height]).toEqual([Math.ceil(width / factor), Math.ceil(height / factor)]);
        for (let by = 0; by < small.height; by++)
          for (let bx = 0; bx < small.width; bx++) {
            const block: number[] = [];
            for (let y = by * factor; y < Math.min(height, (by + 1) * factor); y++)
              for (let x = bx * factor; x < Math.min(width, (bx + 1) * factor); x++)
                block.push(plane.data[y * width + x]);
            const mean = block.reduce((sum, value) => sum + value, 0) / block.length;
            expect(small.data[by * small.width + bx]).toBeCloseTo(mean, 5);
          }
      }),
    );
  });
});

describe('enlarge', () => {
  it('mixes the four nearest values, edges replicated, from any size to any size', () => {
    fc.assert(
      fc.property(side, side, side, side, (fromWidth, fromHeight, width, height) => {
        const plane = mapPlane(createPlane(fromWidth, fromHeight), (_, i) => ((i * 7919) % 101) / 100);
        const { data } = enlarge(plane, width, height);
        const within = (at: number, size: number) => Math.min(Math.max(at, 0), size - 1);
        const at = (x: number, y: number): number =>
          plane.data[within(y, fromHeight) * fromWidth + within(x, fromWidth)];
        for (let i = 0; i < data.length; i++) {
          const u = (((i % width) + 0.5) * fromWidth) / width - 0.5;
          const v = ((Math.floor(i / width) + 0.5) * fromHeight) / height - 0.5;
          const [x, y] = [Math.floor(u), Math.floor(v)];
          const above = at(x, y) + (at(x + 1, y) - at(x, y)) * (u - x);
          const below = at(x, y + 1) + (at(x + 1, y + 1) - at(x, y + 1)) * (u - x);
          if (width === fromWidth && height === fromHeight) expect(data[i]).toBe(plane.data[i]);
          else expect(Math.abs(data[i] - (above + (below - above) * (v - y)))).toBeLessThan(1e-5);
        }
      }),
    );
  });

  it('continues a ramp exactly between the outer pixel centres', () => {
    const ramp = mapPlane(createPlane(8, 6), (_, i) => (i % 8) + 10 * Math.floor(i / 8));
    const large = enlarge(ramp, 24, 18);
    for (let y = 1; y < 17; y++)
      for (let x = 1; x < 23; x++) {
        const expected = (x + 0.5) / 3 - 0.5 + 10 * ((y + 0.5) / 3 - 0.5);
        expect(large.data[y * 24 + x]).toBeCloseTo(expected, 4);
      }
  });

  it('keeps a flat plane flat at any size', () => {
    fc.assert(
      fc.property(side, side, side, side, (fromWidth, fromHeight, width, height) => {
        const large = enlarge(createPlane(fromWidth, fromHeight, 0.3), width, height);
        expect(large.data).toHaveLength(width * height);
        for (const value of large.data) expect(value).toBeCloseTo(0.3, 6);
      }),
    );
  });

  it('leads back from shrink without a shift, remainder or not', () => {
    for (const size of [40, 41, 43]) {
      const ramp = mapPlane(createPlane(size, size), (_, i) => i % size);
      const back = enlarge(shrink(ramp, 4), size, size, 4);
      for (let x = 4; x < size - 6; x++) expect(back.data[20 * size + x]).toBeCloseTo(x, 4);
    }
  });
});
