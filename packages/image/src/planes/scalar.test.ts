import { describe, expect, it } from 'vitest';
import { clamp, mix, smoothstep } from './scalar.js';

describe('scalar functions', () => {
  it('clamp', () => {
    expect([-1, 0.5, 2].map((value) => clamp(value))).toEqual([0, 0.5, 1]);
    expect(clamp(7, 2, 5)).toBe(5);
  });

  it('mix', () => {
    expect([0, 0.25, 1].map((amount) => mix(10, 20, amount))).toEqual([10, 12.5, 20]);
  });

  it('smoothstep rises, falls, and steps', () => {
    expect([0, 1, 2, 3, 4].map((value) => smoothstep(1, 3, value))).toEqual([0, 0, 0.5, 1, 1]);
    expect([0, 1, 2, 3, 4].map((value) => smoothstep(3, 1, value))).toEqual([1, 1, 0.5, 0, 0]);
    expect([0.9, 1, 1.1].map((value) => smoothstep(1, 1, value))).toEqual([0, 1, 1]);
  });
});
