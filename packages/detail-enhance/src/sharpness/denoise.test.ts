import { createPlane, gaussianBlur } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { denoise } from './denoise.js';
import { deviation, noisePlane } from '../fixtures/textures.js';
import { estimateNoise } from './noise.js';

const SIZE = 256;
const person = createPlane(SIZE, SIZE, 1);

describe('estimateNoise', () => {
  it.each([0.005, 0.01, 0.03])('finds white noise of %d', (sigma) => {
    const measured = estimateNoise(noisePlane(SIZE, 0.5, sigma), person, 1);
    expect(measured).toBeGreaterThan(0.75 * sigma);
    expect(measured).toBeLessThan(1.25 * sigma);
  });

  it('is not misled by smooth shading or by textured halves', () => {
    const plane = noisePlane(SIZE, 0.4, 0.004);
    for (let y = 0, i = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++, i++)
        plane.data[i] += 0.2 * (x / SIZE) + (y > 128 ? 0.2 * ((x ^ y) & 1) : 0);
    expect(estimateNoise(plane, person, 1)).toBeLessThan(0.008);
  });

  it('finds the noise of an enlarged photo when told how wide it is', () => {
    const wide = gaussianBlur(noisePlane(SIZE, 0.5, 0.04), 1.2);
    const near = estimateNoise(wide, person, 1);
    expect(estimateNoise(wide, person, 3)).toBeGreaterThan(2 * near);
  });

  it('says 0 where there is no person', () => {
    expect(estimateNoise(noisePlane(SIZE, 0.5, 0.02), createPlane(SIZE, SIZE), 1)).toBe(0);
  });
});

describe('denoise', () => {
  const grey = (sigma: number) => ({
    Y: noisePlane(SIZE, 0.5, sigma, 1),
    U: noisePlane(SIZE, 0, sigma, 2),
    V: noisePlane(SIZE, 0.05, sigma, 3),
  });

  it('takes most of the noise of luma and colours', () => {
    const noisy = grey(0.02);
    const { picture, lumaNoise } = denoise(noisy, person, 1, 1);
    expect(deviation(picture.Y)).toBeLessThan(0.6 * deviation(noisy.Y));
    expect(deviation(picture.U)).toBeLessThan(0.4 * deviation(noisy.U));
    expect(lumaNoise).toBeLessThan(0.01);
  });

  it('keeps an edge', () => {
    const noisy = grey(0.02);
    for (let i = 0; i < noisy.Y.data.length; i++) if (i % SIZE >= 128) noisy.Y.data[i] += 0.4;
    const { Y } = denoise(noisy, person, 1, 1).picture;
    const row = 100 * SIZE;
    expect(Y.data[row + 131] - Y.data[row + 124]).toBeGreaterThan(0.33);
  });

  it('leaves a clean picture and a switched-off one exactly as they are', () => {
    const clean = grey(0.001);
    expect(denoise(clean, person, 1, 1).picture).toEqual(clean);
    const noisy = grey(0.02);
    expect(denoise(noisy, person, 1, 0).picture).toEqual(noisy);
  });
});
