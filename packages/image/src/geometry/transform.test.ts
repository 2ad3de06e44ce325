import type { SimilarityTransform } from '@avatar/stage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyTransform,
  composeTransforms,
  fitTransform,
  invertTransform,
  transformAbout,
  transformRotation,
  transformScale,
  type Point,
} from './transform.js';

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const scale = fc.double({ min: 0.05, max: 20, noNaN: true });
const angle = fc.double({ min: -3, max: 3, noNaN: true });
const transform: fc.Arbitrary<SimilarityTransform> = fc
  .tuple(coordinate, coordinate, scale, angle)
  .map(([x, y, factor, turn]) => transformAbout([x, y], [y, -x], factor, turn));

const expectNear = (actual: Point, expected: Point, digits = 4): void => {
  expect(actual[0]).toBeCloseTo(expected[0], digits);
  expect(actual[1]).toBeCloseTo(expected[1], digits);
};

describe('similarity transforms', () => {
  it('turn clockwise as seen, y down', () => {
    const quarter = transformAbout([0, 0], [0, 0], 1, Math.PI / 2);
    expectNear(applyTransform(quarter, 1, 0), [0, 1]);
  });

  it('know their scale and rotation, and put the pivot where it belongs', () => {
    fc.assert(
      fc.property(coordinate, coordinate, scale, angle, (x, y, factor, turn) => {
        const made = transformAbout([x, y], [3, 4], factor, turn);
        expect(transformScale(made)).toBeCloseTo(factor, 6);
        expect(transformRotation(made)).toBeCloseTo(turn, 6);
        expectNear(applyTransform(made, x, y), [3, 4]);
      }),
    );
  });

  it('are undone by their inverse', () => {
    fc.assert(
      fc.property(transform, coordinate, coordinate, (t, x, y) => {
        expectNear(applyTransform(invertTransform(t), ...applyTransform(t, x, y)), [x, y]);
      }),
    );
  });

  it('compose inner first', () => {
    fc.assert(
      fc.property(transform, transform, coordinate, coordinate, (outer, inner, x, y) => {
        const both = applyTransform(composeTransforms(outer, inner), x, y);
        expectNear(both, applyTransform(outer, ...applyTransform(inner, x, y)), 3);
      }),
    );
  });
});

describe('fitTransform', () => {
  it('finds the transform that made the points', () => {
    const source: Point[] = [
      [0, 0],
      [100, 0],
      [40, 70],
    ];
    fc.assert(
      fc.property(transform, (t) => {
        const fitted = fitTransform(
          source,
          source.map(([x, y]) => applyTransform(t, x, y)),
        );
        for (const [x, y] of source) expectNear(applyTransform(fitted, x, y), applyTransform(t, x, y), 5);
      }),
    );
  });

  it('takes the least-squares middle and never mirrors', () => {
    const source: Point[] = [
      [-1, 0],
      [1, 0],
      [0, 1],
      [0, -1],
    ];
    const stretched = fitTransform(
      source,
      source.map(([x, y]) => [x * 3, y] as const),
    );
    expect(transformScale(stretched)).toBeCloseTo(2, 9);
    const mirrored = fitTransform(
      source,
      source.map(([x, y]) => [-x, y] as const),
    );
    expect(mirrored.a * mirrored.a + mirrored.b * mirrored.b).toBeCloseTo(0, 9);
  });

  it('refuses points that are all the same', () => {
    expect(() =>
      fitTransform(
        [
          [5, 5],
          [5, 5],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).toThrow(RangeError);
    expect(() => fitTransform([], [])).toThrow(RangeError);
  });
});
