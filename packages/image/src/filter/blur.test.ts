import type { Plane } from '@avatar/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxBlur, gaussianBlur } from './blur.js';
import { createPlane } from '../planes/plane.js';
import { seededRandom } from '../random.js';

function randomPlane(width: number, height: number, seed: number): Plane {
  const random = seededRandom(seed);
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = random();
  return plane;
}

const within = (at: number, size: number): number => Math.min(Math.max(at, 0), size - 1);

/** The definition: a sum over the window for every pixel. */
function slowBox({ data, width, height }: Plane, radius: number): Plane {
  const target = createPlane(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = -radius; dy <= radius; dy++)
        for (let dx = -radius; dx <= radius; dx++)
          sum += data[within(y + dy, height) * width + within(x + dx, width)];
      target.data[y * width + x] = sum / (2 * radius + 1) ** 2;
    }
  return target;
}

/** The definition: sampled Gaussian weights out to five sigma. */
function slowGaussian({ data, width, height }: Plane, sigma: number): Plane {
  const radius = Math.ceil(5 * sigma);
  const weight = (d: number) => Math.exp((-d * d) / (2 * sigma * sigma));
  const target = createPlane(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let norm = 0;
      for (let dy = -radius; dy <= radius; dy++)
        for (let dx = -radius; dx <= radius; dx++) {
          const w = weight(dx) * weight(dy);
          sum += w * data[within(y + dy, height) * width + within(x + dx, width)];
          norm += w;
        }
      target.data[y * width + x] = sum / norm;
    }
  return target;
}

const maxDifference = (a: Plane, b: Plane): number =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i])), 0);

/** Without a border of `margin`, where three replications of the edge differ from one. */
const inner = (plane: Plane, margin: number): Plane => {
  const width = plane.width - 2 * margin;
  const target = createPlane(width, plane.height - 2 * margin);
  for (let i = 0; i < target.data.length; i++)
    target.data[i] = plane.data[(Math.floor(i / width) + margin) * plane.width + (i % width) + margin];
  return target;
};

const mean = ({ data }: Plane): number => data.reduce((sum, value) => sum + value, 0) / data.length;

describe('boxBlur', () => {
  it('is the mean of the window, edges replicated, whatever the radius', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 0, max: 25 }),
        fc.nat(),
        (width, height, radius, seed) => {
          const plane = randomPlane(width, height, seed);
          expect(maxDifference(boxBlur(plane, radius), slowBox(plane, radius))).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves nothing behind a bright spot, and nothing beside it', () => {
    const plane = createPlane(101, 37);
    for (const y of [4, 11]) for (const x of [3, 17]) plane.data[y * 101 + x] = 123.456789;
    const { data } = boxBlur(plane, 2);
    for (let i = 0; i < data.length; i++) if (i % 101 > 19 || i > 14 * 101) expect(data[i]).toBe(0);
    const flat = boxBlur(createPlane(101, 37, 1), 5);
    for (const value of flat.data) expect(value).toBe(1);
  });

  it('leaves its input alone and does not share memory', () => {
    const plane = randomPlane(9, 7, 1);
    const before = plane.data.slice();
    for (const radius of [0, 2]) expect(boxBlur(plane, radius).data).not.toBe(plane.data);
    expect(plane.data).toEqual(before);
  });
});

/** Variance along x of what becomes of a single bright pixel. */
function spreadOfPoint(sigma: number, size: number): number {
  const point = createPlane(size, size);
  const centre = size >> 1;
  point.data[centre * size + centre] = 1;
  const { data } = gaussianBlur(point, sigma);
  let sum = 0;
  let first = 0;
  let second = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const value = data[y * size + x];
      sum += value;
      first += value * x;
      second += value * x * x;
    }
  expect(sum).toBeCloseTo(1, 3);
  return second / sum - (first / sum) ** 2;
}

describe('gaussianBlur', () => {
  it.each([0.3, 0.5, 0.8, 1, 1.4, 2, 3.3, 5, 9.9])('has the variance of sigma %d', (sigma) => {
    expect(Math.sqrt(spreadOfPoint(sigma, 121))).toBeCloseTo(sigma, 3);
  });

  it.each([10, 15, 23.9, 24, 40])('has it within one per cent at lower resolution, sigma %d', (sigma) => {
    expect(Math.sqrt(spreadOfPoint(sigma, 401)) / sigma).toBeCloseTo(1, 2);
  });

  it.each([1, 2, 4])('is near the sampled Gaussian, sigma %d', (sigma) => {
    const plane = randomPlane(47, 43, 7);
    const [fast, slow] = [gaussianBlur(plane, sigma), slowGaussian(plane, sigma)];
    const margin = Math.ceil(4 * sigma);
    expect(maxDifference(inner(fast, margin), inner(slow, margin))).toBeLessThan(0.02);
  });

  it('keeps a flat picture flat, at every size', () => {
    for (const [width, height] of [
      [1, 1],
      [2, 5],
      [63, 41],
    ] as const)
      for (const sigma of [0, 0.7, 3, 12, 30]) {
        const flat = gaussianBlur(createPlane(width, height, 0.4), sigma);
        for (const value of flat.data) expect(value).toBeCloseTo(0.4, 5);
      }
  });

  it('goes on smoothly where it changes its resolution', () => {
    const plane = randomPlane(200, 200, 3);
    for (const border of [10, 24]) {
      const below = gaussianBlur(plane, border - 0.01);
      const above = gaussianBlur(plane, border);
      expect(maxDifference(inner(below, 60), inner(above, 60))).toBeLessThan(0.005);
      expect(mean(below)).toBeCloseTo(mean(above), 3);
    }
  });
});
