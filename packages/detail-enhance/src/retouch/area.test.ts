import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { areaOf, cutPlane, putPlane } from './area.js';

describe('areaOf', () => {
  it('surrounds what is set, on the grid, within the plane', () => {
    const mask = createPlane(100, 80);
    mask.data[30 * 100 + 50] = 0.1;
    mask.data[40 * 100 + 61] = 1;
    expect(areaOf(mask, 5)).toEqual({ x: 40, y: 24, width: 67 - 40, height: 46 - 24 });
    expect(areaOf(mask, 500)).toEqual({ x: 0, y: 0, width: 100, height: 80 });
    expect(areaOf(createPlane(9, 9), 3)).toBeUndefined();
  });
});

describe('cutPlane and putPlane', () => {
  it('are inverse', () => {
    const plane = createPlane(20, 10);
    for (let i = 0; i < 200; i++) plane.data[i] = i;
    const area = { x: 4, y: 4, width: 7, height: 5 };
    const part = cutPlane(plane, area);
    expect(part.data[0]).toBe(84);
    expect(part.data[8]).toBe(105);
    const target = structuredClone(plane);
    target.data.fill(0);
    putPlane(target, part, area);
    expect(target.data[84]).toBe(84);
    expect(target.data[83]).toBe(0);
    putPlane(target, { ...part, data: part.data.map(() => -1) }, area);
    expect(target.data[8 * 20 + 10]).toBe(-1);
    expect(target.data[8 * 20 + 11]).toBe(0);
  });
});
