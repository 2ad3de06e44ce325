import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialBlur } from './binomial-blur.js';
import { createPlane, mapPlane } from '../planes/plane.js';
import { seededRandom } from '../random.js';

describe('binomialBlur', () => {
  it('weighs nine pixels with the edges replicated, whatever the size', () => {
    const side = fc.integer({ min: 1, max: 19 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 9 }), fc.nat(), (width, height, gap, seed) => {
        const random = seededRandom(seed);
        const plane = mapPlane(createPlane(width, height), () => random());
        const at = (x: number, y: number): number =>
          plane.data[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)];
        const row = (x: number, y: number): number => (at(x - gap, y) + 2 * at(x, y) + at(x + gap, y)) / 4;
        const { data } = binomialBlur(plane, gap);
        for (let i = 0; i < data.length; i++) {
          const x = i % width;
          const y = Math.floor(i / width);
          const expected = (row(x, y - gap) + 2 * row(x, y) + row(x, y + gap)) / 4;
          expect(Math.abs(data[i] - expected)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('leaves its input alone', () => {
    const plane = createPlane(6, 4, 0.5);
    plane.data[8] = 1;
    const before = plane.data.slice();
    binomialBlur(plane, 1);
    expect(plane.data).toEqual(before);
  });
});
