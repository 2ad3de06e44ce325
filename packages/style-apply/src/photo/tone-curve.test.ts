import { describe, expect, it } from 'vitest';
import { contrastFactor, contrastTable, shoulder } from './tone-curve.js';

const ramp = (top: number): number[] => Array.from({ length: 200 }, (_, i) => (i / 199) * top);

describe('shoulder', () => {
  it.each([1.05, 1.5, 3])('never clips up to a peak of %d, and keeps the order', (peak) => {
    let last = -1;
    for (const value of ramp(peak)) {
      const rolled = shoulder(value, peak);
      expect(rolled).toBeGreaterThan(last);
      expect(rolled).toBeLessThanOrEqual(1 + 1e-9);
      last = rolled;
    }
    expect(shoulder(peak, peak)).toBeCloseTo(1, 6);
    expect(shoulder(peak * 2, peak)).toBe(1);
  });

  it('leaves everything alone when nothing exceeds 1', () => {
    for (const value of ramp(1)) expect(shoulder(value, 1)).toBe(value);
  });

  it('leaves the mid-tones alone and joins them smoothly', () => {
    expect(shoulder(0.5, 2)).toBe(0.5);
    expect(shoulder(0.651, 2)).toBeCloseTo(0.651, 3);
  });
});

describe('contrastTable', () => {
  const curved = (table: Float32Array, Y: number) => Y * contrastFactor(table, Y);

  it('keeps black, white and the pivot', () => {
    const table = contrastTable(0.22, 0.6);
    const pivot = ((0.6 + 0.16) / 1.16) ** 3;
    expect(curved(table, 0)).toBe(0);
    expect(curved(table, 1)).toBeCloseTo(1, 5);
    expect(curved(table, pivot)).toBeCloseTo(pivot, 4);
  });

  it('darkens below the pivot, lightens above, and keeps the order', () => {
    const table = contrastTable(0.3, 0.5);
    expect(curved(table, 0.05)).toBeLessThan(0.05);
    expect(curved(table, 0.5)).toBeGreaterThan(0.5);
    let last = -1;
    for (const Y of ramp(1)) {
      const value = curved(table, Y);
      expect(value).toBeGreaterThan(last);
      last = value;
    }
  });

  it('is the identity without contrast', () => {
    const table = contrastTable(0, 0.5);
    for (const Y of ramp(1)) expect(curved(table, Y)).toBeCloseTo(Y, 3);
  });
});
