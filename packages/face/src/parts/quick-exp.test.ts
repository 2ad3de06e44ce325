import { expect, test } from 'vitest';
import { quickExp } from './quick-exp.js';

test('is e to the power of x', () => {
  for (let x = -88; x <= 88; x += 0.0371)
    expect(Math.abs(quickExp(x) / Math.exp(x) - 1)).toBeLessThan(3.5e-4);
  expect(quickExp(0)).toBe(1);
});

test('what is far from 0 stays a number', () => {
  expect(quickExp(1000)).toBeGreaterThan(1e38);
  expect(quickExp(1000)).toBeLessThan(Infinity);
  expect(quickExp(-1000)).toBeGreaterThan(0);
});
