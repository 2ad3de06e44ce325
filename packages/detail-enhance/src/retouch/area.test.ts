import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { areaOf } from './area.js';

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
