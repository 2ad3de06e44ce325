import { expect, test } from 'vitest';
import { seededRandom } from './random.js';
import { median, nthSmallest, quantile } from './statistics.js';

const random = seededRandom(3);
const lists = [1, 2, 3, 10, 101, 1000].flatMap((length) => [
  Array.from({ length }, () => random()),
  Array.from({ length }, () => Math.floor(random() * 5)),
]);

test.each(lists)('each rank of a list of numbers is where sorting puts it', (...values) => {
  const sorted = [...values].sort((a, b) => a - b);
  for (let rank = 0; rank < values.length; rank += 1 + (values.length >> 3))
    expect(nthSmallest([...values], rank)).toBe(sorted[rank]);
});

test('a quantile is one of the values, and the list stays as it is', () => {
  const values = Float32Array.of(5, 1, 4, 2, 3);
  expect([0, 0.19, 0.2, 0.5, 0.79, 0.8, 1].map((share) => quantile(values, share))).toEqual([
    1, 1, 2, 3, 4, 5, 5,
  ]);
  expect(values).toEqual(Float32Array.of(5, 1, 4, 2, 3));
  expect(quantile(Object.freeze([2, 1]), 0)).toBe(1);
});

test('the median of an even number of values is the upper one of the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(3);
  expect(median([])).toBeNaN();
});
