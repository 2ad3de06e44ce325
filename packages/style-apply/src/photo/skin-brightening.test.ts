import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { skinBrightening } from './skin-exposure.js';

const SIDE = 20;
const skin = createPlane(SIDE, SIDE, 1);
const even = createPlane(SIDE, SIDE, -1.2);

/** A light that is `lit` on three quarters of the face and darker on the rest, its mean 0. */
function threeQuarters(lit: number) {
  const ratio = createPlane(SIDE, SIDE, lit);
  ratio.data.fill(-3 * lit, (SIDE * SIDE * 3) / 4);
  return ratio;
}

describe('skinBrightening', () => {
  it('is what most of the skin gains although the mean stays', () => {
    expect(skinBrightening(even, threeQuarters(0.3), skin)).toBeCloseTo(0.3, 5);
  });

  it('is 0 where most of the skin gets darker, and without skin', () => {
    expect(skinBrightening(even, threeQuarters(-0.3), skin)).toBe(0);
    expect(skinBrightening(even, threeQuarters(0.3), createPlane(SIDE, SIDE))).toBe(0);
  });
});
