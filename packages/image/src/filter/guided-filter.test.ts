import type { Plane } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { guidedFilter } from './guided-filter.js';
import { createPlane, mapPlane } from '../planes/plane.js';
import { seededRandom } from '../random.js';

/** 0.2 on the left, 0.8 on the right, with noise. */
function noisyStep(width: number, height: number, noise: number): Plane {
  const random = seededRandom(5);
  return mapPlane(
    createPlane(width, height),
    (_, i) => (i % width < width / 2 ? 0.2 : 0.8) + noise * (random() - 0.5),
  );
}

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

const column = ({ data, width, height }: Plane, x: number): number[] =>
  Array.from({ length: height }, (_, y) => data[y * width + x]);

/** The definition of He, Sun and Tang: a linear model for each window, averaged over the windows of a pixel. */
function slowGuided(guide: Plane, input: Plane, radius: number, epsilon: number): Plane {
  const { width, height } = guide;
  const windowMean = (values: (i: number) => number, cx: number, cy: number): number => {
    let sum = 0;
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const x = Math.min(Math.max(cx + dx, 0), width - 1);
        const y = Math.min(Math.max(cy + dy, 0), height - 1);
        sum += values(y * width + x);
      }
    return sum / (2 * radius + 1) ** 2;
  };
  const model = (operation: (x: number, y: number) => number) =>
    mapPlane(createPlane(width, height), (_, i) => operation(i % width, Math.floor(i / width)));
  const slope = model((x, y) => {
    const g = windowMean((i) => guide.data[i], x, y);
    const p = windowMean((i) => input.data[i], x, y);
    const gp = windowMean((i) => guide.data[i] * input.data[i], x, y);
    const gg = windowMean((i) => guide.data[i] ** 2, x, y);
    return (gp - g * p) / (gg - g * g + epsilon);
  });
  const offset = model(
    (x, y) =>
      windowMean((i) => input.data[i], x, y) -
      slope.data[y * width + x] * windowMean((i) => guide.data[i], x, y),
  );
  return model(
    (x, y) =>
      windowMean((i) => slope.data[i], x, y) * guide.data[y * width + x] +
      windowMean((i) => offset.data[i], x, y),
  );
}

describe('guidedFilter', () => {
  it('keeps a step and smooths the noise beside it', () => {
    const step = noisyStep(64, 64, 0.06);
    const smooth = guidedFilter(step, step, { radiusPx: 8, epsilon: 0.01 });
    expect(deviation(column(smooth, 10))).toBeLessThan(0.4 * deviation(column(step, 10)));
    const contrast = Math.abs(smooth.data[32 * 64 + 36] - smooth.data[32 * 64 + 27]);
    expect(contrast).toBeGreaterThan(0.5);
  });

  it('is the published filter when nothing is subsampled', () => {
    const guide = noisyStep(23, 17, 0.2);
    const input = mapPlane(guide, (value, i) => value * 0.5 + (i % 5) * 0.1);
    const fast = guidedFilter(guide, input, { radiusPx: 3, epsilon: 0.02, subsample: 1 });
    const slow = slowGuided(guide, input, 3, 0.02);
    fast.data.forEach((value, i) => expect(value).toBeCloseTo(slow.data[i], 4));
  });

  it('follows the edges of the guide, not those of the input', () => {
    const guide = noisyStep(64, 64, 0);
    const blurred = mapPlane(guide, (_, i) => Math.min(Math.max(((i % 64) - 24) / 16, 0), 1));
    const sharp = guidedFilter(guide, blurred, { radiusPx: 12, epsilon: 1e-4 });
    const row = 32 * 64;
    const jump = sharp.data[row + 32] - sharp.data[row + 31];
    expect(jump).toBeGreaterThan(5 * (blurred.data[row + 32] - blurred.data[row + 31]));
  });

  it('gives nearly the same at half resolution, odd sizes too', () => {
    const step = noisyStep(81, 67, 0.05);
    const full = guidedFilter(step, step, { radiusPx: 8, epsilon: 0.01, subsample: 1 });
    const half = guidedFilter(step, step, { radiusPx: 8, epsilon: 0.01 });
    const difference = full.data.reduce((sum, value, i) => sum + Math.abs(value - half.data[i]), 0);
    expect(difference / full.data.length).toBeLessThan(0.01);
  });
});
