import type { RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { createPyramid, levelForStep } from './pyramid.js';
import { cropSquare } from './square-crop.js';

/** Red grows to the right, green downwards, both by a level a pixel; blue is constant. */
function ramp(width: number, height: number): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++) for (const v of [x, y, 77]) data[o++] = v;
  return { data, width, height, channels: 3 };
}
const RAW = { scale: 1, offset: 0 };

describe('cropSquare', () => {
  const pyramid = createPyramid(ramp(200, 160));
  const at = (crop: Float32Array, sizePx: number, x: number, y: number, channel: number) =>
    crop[channel * sizePx * sizePx + y * sizePx + x];

  test('copies an upright square pixel by pixel', () => {
    const crop = cropSquare(pyramid, { centre: [50, 60], sidePx: 20, angleRad: 0 }, 20, RAW);
    expect(at(crop, 20, 0, 0, 0)).toBeCloseTo(40, 4);
    expect(at(crop, 20, 0, 0, 1)).toBeCloseTo(50, 4);
    expect(at(crop, 20, 19, 7, 0)).toBeCloseTo(59, 4);
    expect(at(crop, 20, 3, 3, 2)).toBeCloseTo(77, 3);
  });

  test('turns clockwise with the square', () => {
    const crop = cropSquare(pyramid, { centre: [50, 60], sidePx: 20, angleRad: Math.PI / 2 }, 20, RAW);
    expect(at(crop, 20, 0, 0, 0)).toBeCloseTo(59, 3);
    expect(at(crop, 20, 0, 0, 1)).toBeCloseTo(50, 3);
    expect(at(crop, 20, 5, 0, 1)).toBeCloseTo(55, 3);
  });

  test.each([2, 3.7, 8])('keeps positions when it shrinks by %d', (shrink) => {
    const sidePx = 16 * shrink;
    const crop = cropSquare(pyramid, { centre: [100, 80], sidePx, angleRad: 0 }, 16, RAW);
    // Each halving rounds to whole levels.
    expect(Math.abs(at(crop, 16, 8, 8, 0) - (100 + shrink / 2 - 0.5))).toBeLessThan(0.8);
    expect(Math.abs(at(crop, 16, 8, 8, 1) - (80 + shrink / 2 - 0.5))).toBeLessThan(0.8);
  });

  test('is black outside the picture, after scaling', () => {
    const crop = cropSquare(pyramid, { centre: [0, 0], sidePx: 20, angleRad: 0 }, 20, {
      scale: 2,
      offset: -1,
    });
    expect(at(crop, 20, 2, 2, 2)).toBe(-1);
    expect(at(crop, 20, 15, 15, 2)).toBeCloseTo(153, 3);
  });

  test('chooses the level where a step is at most one and a half pixels', () => {
    expect([0.5, 1.5, 1.6, 3, 3.1, 6.2].map(levelForStep)).toEqual([0, 0, 1, 1, 2, 3]);
    expect(createPyramid(ramp(5, 3)).level(3)).toMatchObject({ width: 1, height: 1 });
  });
});
