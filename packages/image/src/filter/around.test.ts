import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlane, mapPlane } from '../planes/plane.js';
import { seededRandom } from '../random.js';
import { greatestAround, leastAround } from './around.js';

test('the least and the greatest of what is near, whatever the size; beyond the border there is nothing', () => {
  const side = fc.integer({ min: 1, max: 19 });
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 6 }), fc.nat(), (width, height, radius, seed) => {
      const random = seededRandom(seed);
      // All above 0 in some planes and all below it in others: a border of zeros would be seen.
      const shift = seed % 2 === 0 ? 1 : -2;
      const plane = mapPlane(createPlane(width, height), () => shift + random());
      const nearest = (best: (...values: number[]) => number) =>
        plane.data.map((_, i) =>
          best(...plane.data.filter((_, j) => Math.max(columns(i, j), rows(i, j)) <= radius)),
        );
      const columns = (i: number, j: number) => Math.abs((i % width) - (j % width));
      const rows = (i: number, j: number) => Math.abs(Math.floor(i / width) - Math.floor(j / width));
      expect(leastAround(plane, radius).data).toEqual(nearest(Math.min));
      expect(greatestAround(plane, radius).data).toEqual(nearest(Math.max));
    }),
  );
});

test('the plane itself stays as it is', () => {
  const plane = createPlane(6, 4, 0.5);
  plane.data[8] = 1;
  const before = plane.data.slice();
  leastAround(plane, 2);
  greatestAround(plane, 2);
  expect(plane.data).toEqual(before);
});
