import { differenceHash, hammingDistance } from './difference-hash.js';
import { meanColourDifference } from './colour-difference.js';
import type { Picture } from './picture.js';
import { structuralSimilarity } from './structural-similarity.js';

/** How far apart two pictures may be. Only the bounds that are given are measured. */
export interface ResemblanceBounds {
  /** Smallest structural similarity, in [-1, 1]. */
  readonly minSimilarity?: number;
  /** Largest distance of the difference hashes, 0 to 64 bits. */
  readonly maxHashDistance?: number;
  /** Largest mean colour difference in CIELAB units. */
  readonly maxColourDifference?: number;
}

interface Measurement {
  readonly name: string;
  readonly measured: number;
  readonly bound: number;
  readonly holds: boolean;
}

function measure(received: Picture, expected: Picture, bounds: ResemblanceBounds): Measurement[] {
  const { minSimilarity, maxHashDistance, maxColourDifference } = bounds;
  const measurements: Measurement[] = [];
  if (minSimilarity !== undefined) {
    const measured = structuralSimilarity(received, expected);
    measurements.push({
      name: 'similarity',
      measured,
      bound: minSimilarity,
      holds: measured >= minSimilarity,
    });
  }
  if (maxHashDistance !== undefined) {
    const measured = hammingDistance(differenceHash(received), differenceHash(expected));
    const holds = measured <= maxHashDistance;
    measurements.push({ name: 'hash distance', measured, bound: maxHashDistance, holds });
  }
  if (maxColourDifference !== undefined) {
    const measured = meanColourDifference(received, expected);
    const holds = measured <= maxColourDifference;
    measurements.push({ name: 'colour difference', measured, bound: maxColourDifference, holds });
  }
  return measurements;
}

/**
 * Matchers for `expect.extend(imageMatchers)`:
 * `expect(avatar).toResemble(photo, { minSimilarity: 0.9, maxColourDifference: 4 })`.
 */
export const imageMatchers = {
  toResemble(received: Picture, expected: Picture, bounds: ResemblanceBounds) {
    const measurements = measure(received, expected, bounds);
    if (measurements.length === 0) throw new RangeError('Expected at least one bound for toResemble');
    const report = measurements.map(
      ({ name, measured, bound, holds }) =>
        `${name} ${measured.toFixed(4)}, bound ${bound}: ${holds ? 'holds' : 'broken'}`,
    );
    return {
      pass: measurements.every(({ holds }) => holds),
      message: () => `Resemblance of the two pictures: ${report.join('; ')}`,
    };
  },
};

declare module 'vitest' {
  // The parameter must be named as vitest names it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface Matchers<T = any> {
    /** Measured by structural similarity, difference hash and colour difference, as far as bounds are given. */
    toResemble: (expected: Picture, bounds: ResemblanceBounds) => void;
  }
}
