import { describe, expect, it } from 'vitest';
import type { HairShape } from '../measure/hair-shape.js';
import { hairLength } from './hair-length.js';

const seen = { headPx: 400, isBlackAndWhite: false, yawDegrees: 0, frontal: 1, sharp: 1 };
const short = {
  falls: [
    { v: 0, isCut: false },
    { v: 0.02, isCut: false },
  ],
  below: 0,
  area: 0.16,
  crown: { hair: 0.8, skin: 0.05, other: 0, clothes: 0, seen: 1 },
  knot: { high: 0, wide: 0 },
} as unknown as HairShape;
const length = (left: number, right: number, change: Partial<HairShape> = {}, isCovered = false) =>
  hairLength(
    {
      ...short,
      falls: [
        { v: left, isCut: false },
        { v: right, isCut: false },
      ],
      ...change,
    },
    seen,
    isCovered,
  ).value;

describe('hairLength', () => {
  it('goes by where the hair falls: the chin is at half a head', () => {
    expect(length(0, 0)).toBe('short');
    expect(length(0.34, 0.36)).toBe('bob');
    expect(length(0.55, 0.5, { below: 0.2 })).toBe('shoulder');
    expect(length(0.9, 0.8)).toBe('long');
  });

  it('is not fooled by something dark beside the neck', () => {
    expect(length(-0.1, 0.4, { below: 0.02 })).toBe('short');
  });

  it('sees a knot on the head, bare heads, and nothing under a hat', () => {
    expect(length(0, 0, { knot: { high: 0.24, wide: 0.3 } })).toBe('top_bun');
    expect(length(-0.2, -0.2, { area: 0.01, crown: { ...short.crown, hair: 0.02 } })).toBe('bald');
    expect(length(0, 0, {}, true)).toBe('hidden');
    expect(length(0.9, 0.9, {}, true)).toBe('long');
  });
});
