import { expect, it } from 'vitest';
import { celTable, celTone } from './cel-table.js';

const table = celTable(
  -10,
  [
    { from: -2, value: 0 },
    { from: 3, value: 5 },
  ],
  0.5,
  [-8, 8],
);

it('has flat tones with soft borders', () => {
  expect([-7, -3, -1, 2, 4, 7].map((value) => celTone(table, value))).toEqual([-10, -10, 0, 0, 5, 5]);
  expect(celTone(table, -2)).toBeCloseTo(-5, 5);
});

it('never falls as the input rises, and holds its ends', () => {
  for (let value = -10; value < 10; value += 0.1)
    expect(celTone(table, value + 0.1)).toBeGreaterThanOrEqual(celTone(table, value));
  expect(celTone(table, -100)).toBe(-10);
  expect(celTone(table, 100)).toBe(5);
});
