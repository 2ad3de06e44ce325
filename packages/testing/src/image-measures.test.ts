import { seededRandom } from '@avatar/image';
import type { PlanarImage, RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { meanAbsoluteDifference, meanColourDifference } from './colour-difference.js';
import { differenceHash, hammingDistance } from './difference-hash.js';
import { imageMatchers } from './image-matchers.js';
import { structuralSimilarity } from './structural-similarity.js';
import { syntheticFace } from './synthetic-face.js';

expect.extend(imageMatchers);

function drawn(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly number[],
): RasterImage {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), 3 * (y * width + x));
  return { data, width, height, channels: 3 };
}

const flat = (value: number) => drawn(32, 24, () => [value, value, value]);
const stripes = drawn(64, 48, (x) => (Math.floor(x / 4) % 2 ? [255, 255, 255] : [0, 0, 0]));
const inverted = drawn(64, 48, (x) => (Math.floor(x / 4) % 2 ? [0, 0, 0] : [255, 255, 255]));
const noise = (seed: number) => {
  const random = seededRandom(seed);
  return drawn(64, 48, () => {
    const value = Math.floor(random() * 256);
    return [value, value, value];
  });
};
const planarOf = (red: number, green: number, blue: number): PlanarImage => ({
  planes: [red, green, blue].map((value) =>
    new Float32Array(64).fill(value),
  ) as unknown as PlanarImage['planes'],
  width: 8,
  height: 8,
});

describe('structuralSimilarity', () => {
  test('is 1 for equal pictures, in either form and with or without alpha', () => {
    expect(structuralSimilarity(stripes, stripes)).toBeCloseTo(1, 6);
    const opaque: RasterImage = { data: new Uint8Array(256).fill(255), width: 8, height: 8, channels: 4 };
    expect(structuralSimilarity(planarOf(1, 1, 1), opaque)).toBeCloseTo(1, 6);
  });

  test('of two flat pictures is the luminance term of the formula', () => {
    const [a, b] = [100 / 255, 150 / 255];
    const expected = (2 * a * b + 1e-4) / (a * a + b * b + 1e-4);
    expect(structuralSimilarity(flat(100), flat(150))).toBeCloseTo(expected, 4);
  });

  test('is negative for inverted structure and about 0 for unrelated noise', () => {
    expect(structuralSimilarity(stripes, inverted)).toBeLessThan(-0.5);
    expect(Math.abs(structuralSimilarity(noise(1), noise(2)))).toBeLessThan(0.1);
  });

  test('falls as noise grows and is symmetric', () => {
    const face = syntheticFace({ sizePx: 128 }).image;
    const noisy = (strength: number) => {
      const random = seededRandom(7);
      const data = face.data.map((value) => Math.min(255, Math.max(0, value + (random() - 0.5) * strength)));
      return { ...face, data };
    };
    const [weak, strong] = [structuralSimilarity(face, noisy(10)), structuralSimilarity(face, noisy(60))];
    expect(weak).toBeGreaterThan(strong);
    expect(strong).toBeGreaterThan(0);
    expect(structuralSimilarity(noisy(60), face)).toBeCloseTo(strong, 10);
  });

  test('refuses pictures of different sizes', () => {
    expect(() => structuralSimilarity(flat(1), stripes)).toThrow(
      'Expected two pictures of one size, received 32x24 and 64x48',
    );
  });
});

describe('differenceHash', () => {
  test('has a bit for every pair that becomes brighter', () => {
    expect(differenceHash(drawn(90, 80, (x) => [x, x, x]))).toBe(0xffffffffffffffffn);
    expect(differenceHash(drawn(90, 80, (x) => [90 - x, 90 - x, 90 - x]))).toBe(0n);
    expect(differenceHash(flat(77))).toBe(0n);
    const lastRow = drawn(90, 80, (x, y) => (y >= 70 && x >= 80 ? [255, 255, 255] : [0, 0, 0]));
    expect(differenceHash(lastRow)).toBe(1n);
  });

  test('counts bits that differ', () => {
    expect(hammingDistance(0b1011n, 0b0001n)).toBe(2);
    expect(hammingDistance(0xffffffffffffffffn, 0n)).toBe(64);
  });

  test('stays near for another size and far for another picture', () => {
    const small = differenceHash(syntheticFace({ sizePx: 128 }).image);
    const large = differenceHash(syntheticFace({ sizePx: 512 }).image);
    expect(hammingDistance(small, large)).toBeLessThanOrEqual(6);
    expect(hammingDistance(differenceHash(noise(1)), differenceHash(noise(2)))).toBeGreaterThan(16);
  });
});

describe('colour differences', () => {
  test('black to white is 100 in CIELAB and 1 in channels', () => {
    expect(meanColourDifference(flat(0), flat(255))).toBeCloseTo(100, 2);
    expect(meanAbsoluteDifference(flat(0), flat(255))).toBeCloseTo(1, 6);
  });

  test('sRGB red to green has its known distance', () => {
    // CIELAB (D65) of the primaries: (53.24, 80.09, 67.20) and (87.73, -86.18, 83.18).
    const expected = Math.hypot(87.73 - 53.24, -86.18 - 80.09, 83.18 - 67.2);
    expect(meanColourDifference(planarOf(1, 0, 0), planarOf(0, 1, 0))).toBeCloseTo(expected, 0);
  });

  test('averages over the picture', () => {
    const half = drawn(32, 24, (x) => (x < 16 ? [0, 0, 0] : [255, 255, 255]));
    expect(meanAbsoluteDifference(half, flat(0))).toBeCloseTo(0.5, 6);
  });
});

describe('toResemble', () => {
  test('holds within its bounds and not outside', () => {
    expect(stripes).toResemble(stripes, {
      minSimilarity: 1 - 1e-6,
      maxHashDistance: 0,
      maxColourDifference: 0,
    });
    expect(stripes).not.toResemble(inverted, { minSimilarity: 0.5 });
    expect(flat(0)).not.toResemble(flat(255), { maxColourDifference: 50 });
  });

  test('says what was measured', () => {
    expect(() => expect(flat(0)).toResemble(flat(255), { maxColourDifference: 50 })).toThrow(
      /colour difference (100|99)\.\d+, bound 50: broken/,
    );
  });

  test('refuses to compare without a bound', () => {
    expect(() => expect(stripes).toResemble(stripes, {})).toThrow('Expected at least one bound');
  });
});
