import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fastLinear,
  fastSrgb,
  fromLab,
  labToRgb,
  linearToSrgb,
  parseHexColour,
  rgbToLab,
  srgbToLinear,
  toLab,
} from './colour.js';
import { createPlanar } from '../planes/plane.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** sRGB primaries and secondaries in CIELAB (D65), as published in colour tables. */
const PUBLISHED = [
  ['white', [1, 1, 1], [100, 0, 0]],
  ['black', [0, 0, 0], [0, 0, 0]],
  ['red', [1, 0, 0], [53.24, 80.09, 67.2]],
  ['green', [0, 1, 0], [87.73, -86.18, 83.18]],
  ['blue', [0, 0, 1], [32.3, 79.19, -107.86]],
  ['yellow', [1, 1, 0], [97.14, -21.55, 94.48]],
  ['cyan', [0, 1, 1], [91.11, -48.09, -14.13]],
  ['magenta', [1, 0, 1], [60.32, 98.23, -60.82]],
  ['middle grey', [128 / 255, 128 / 255, 128 / 255], [53.59, 0, 0]],
] as const;

describe('CIELAB', () => {
  it.each(PUBLISHED)('gives the published value of %s', (_, [r, g, b], expected) => {
    const lab = rgbToLab(r, g, b);
    expected.forEach((value, i) => expect(Math.abs(lab[i] - value)).toBeLessThan(0.06));
  });

  it('has no colour in greys', () => {
    for (let grey = 0; grey <= 1; grey += 1 / 255) {
      const [, a, b] = rgbToLab(grey, grey, grey);
      expect(Math.hypot(a, b)).toBeLessThan(1e-3);
    }
  });

  it('comes back', () => {
    fc.assert(
      fc.property(unit, unit, unit, (r, g, b) => {
        const back = labToRgb(...rgbToLab(r, g, b));
        [r, g, b].forEach((value, i) => expect(Math.abs(back[i] - value)).toBeLessThan(5e-4));
      }),
    );
  });

  it('is the same for a picture as for a colour', () => {
    const image = createPlanar(7, 5);
    image.planes.forEach((plane, channel) => {
      for (let i = 0; i < plane.length; i++) plane[i] = ((i * 37 + channel * 11) % 50) / 49;
    });
    const lab = toLab(image);
    const back = fromLab(lab);
    for (let i = 0; i < 35; i++) {
      const [red, green, blue] = image.planes;
      const one = rgbToLab(red[i], green[i], blue[i]);
      [lab.L[i], lab.a[i], lab.b[i]].forEach((value, k) => expect(value).toBeCloseTo(one[k], 4));
      image.planes.forEach((plane, k) => expect(back.planes[k][i]).toBeCloseTo(plane[i], 3));
    }
  });

  it('clips what sRGB cannot show', () => {
    for (const value of labToRgb(50, 127, -127)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    expect(rgbToLab(1.4, 1.2, 1.1)).toEqual(rgbToLab(1, 1, 1));
    expect(rgbToLab(-1, -0.1, 0)).toEqual(rgbToLab(0, 0, 0));
  });
});

describe('transfer function', () => {
  it('has the values of the standard', () => {
    expect(srgbToLinear(0.5)).toBeCloseTo(0.214041, 6);
    expect(linearToSrgb(0.18)).toBeCloseTo(0.461356, 6);
    expect(srgbToLinear(0.04045)).toBeCloseTo(0.0031308, 7);
  });

  it('is met by the tables', () => {
    fc.assert(
      fc.property(unit, (value) => {
        expect(Math.abs(fastLinear(value) - srgbToLinear(value))).toBeLessThan(1e-6);
        expect(Math.abs(fastSrgb(value) - linearToSrgb(value))).toBeLessThan(1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('clips in the tables', () => {
    expect([-1, 0, 1, 2].map(fastLinear)).toEqual([0, 0, 1, 1]);
    expect([-1, 0, 1, 2].map(fastSrgb)).toEqual([0, 0, 1, 1]);
  });
});

describe('parseHexColour', () => {
  it('reads both forms', () => {
    expect(parseHexColour('#ff8000')).toEqual([1, 128 / 255, 0]);
    expect(parseHexColour('#F80')).toEqual([1, 136 / 255, 0]);
  });

  it.each(['ff8000', '#ff80', '#gggggg', '', '#ff80000', ' #fff', '#ff\n000'])('refuses %j', (text) => {
    expect(parseHexColour(text)).toBeUndefined();
  });
});
