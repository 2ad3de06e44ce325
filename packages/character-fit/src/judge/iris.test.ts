import type { Lab } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { judgeIris } from './iris.js';

const seen = {
  headPx: 500,
  isBlackAndWhite: false,
  yawDegrees: 0,
  frontal: 1,
  sharp: 1,
  hasGlasses: false,
  hidesEyes: false,
};
const bothEyes = (iris: Lab, white: Lab) => [0, 1].map(() => ({ iris, white, openness: 0.3 }));
const irisOf = (iris: Lab, white: Lab, circumstances: Partial<typeof seen> = {}) =>
  judgeIris(bothEyes(iris, white), { ...seen, ...circumstances })['eyes.hex'];
const SURE = 0.4;

describe('judgeIris', () => {
  it.each<[string, string, Lab, Lab]>([
    ['green', '#6b7d4e', [30, 0, 8], [59, 7.7, 7.5]],
    ['blue', '#5f88ad', [20, 5, -3], [47, 23.7, 19.5]],
    ['grey', '#7b8a92', [21, 1, 3.4], [45, 9.2, 10]],
    ['hazel', '#7d6338', [27.5, 8, 17.4], [51, 10.5, 20.3]],
  ])('names a %s one', (_name, hex, iris, white) => {
    expect(irisOf(iris, white).value).toBe(hex);
    expect(irisOf(iris, white).confidence).toBeGreaterThanOrEqual(SURE);
  });

  it.each<[string, Lab, Lab, Partial<typeof seen>]>([
    ['in even light', [23, 13, 2], [57, 5, 2], {}],
    ['dark as coal', [15, 1.5, 2], [72, 3, 3], {}],
    ['in a blurred photo', [14, 6, 4], [36, 16, 13], {}],
    ['behind glasses that mirror the sky', [15.7, 0.9, 0.3], [48, 5.8, 6.4], { hasGlasses: true }],
  ])('never calls a brown one light: %s', (_what, iris, white, circumstances) => {
    const { value, confidence } = irisOf(iris, white, circumstances);
    const isBrown = value === '#3a2416' || value === '#5b3a21';
    expect(isBrown || confidence < SURE).toBe(true);
  });

  it('says nothing of eyes that it does not see', () => {
    expect(irisOf([30, 0, 8], [59, 7.7, 7.5], { hidesEyes: true })).toBeUndefined();
    expect(irisOf([30, 0, 8], [59, 7.7, 7.5], { headPx: 120 })).toBeUndefined();
    expect(judgeIris([], seen)).toEqual({});
  });
});
