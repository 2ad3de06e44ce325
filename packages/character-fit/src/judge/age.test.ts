import { describe, expect, it } from 'vitest';
import { judgeAge, type AgeSigns } from './age.js';

const seen = { headPx: 400, isBlackAndWhite: false, yawDegrees: 0, frontal: 1, sharp: 1 };
const young: AgeSigns = {
  lines: { forehead: 0.6, fold: 2 },
  grey: 0,
  white: 0,
  smile: 0,
  isBearded: false,
};
const ageOf = (signs: Partial<AgeSigns>) => judgeAge({ ...young, ...signs }, seen);

describe('judgeAge', () => {
  it('tells white hair, and furrows beside it', () => {
    expect(ageOf({ white: 1 }).value).toBe('late_middle_age');
    expect(ageOf({ white: 1, lines: { forehead: 3.6, fold: 8 } }).value).toBe('senior');
    expect(ageOf({ white: 1 }).confidence).toBeGreaterThan(0.6);
  });

  it('tells the folds of a face at rest, and of no other', () => {
    const lines = { forehead: 1.2, fold: 15 };
    expect(ageOf({ lines }).value).toBe('early_middle_age');
    expect(ageOf({ lines, grey: 0.9 }).value).toBe('late_middle_age');
    expect(ageOf({ lines, smile: 0.08 }).value).toBe('young_adult');
    expect(ageOf({ lines, isBearded: true }).value).toBe('young_adult');
  });

  it('is not sure of anybody without these signs', () => {
    expect(ageOf({}).confidence).toBeLessThan(0.4);
    expect(ageOf({ grey: 1, smile: 0.08 }).confidence).toBeLessThan(0.4);
  });
});
