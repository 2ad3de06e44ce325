import { describe, expect, it } from 'vitest';
import { hexToOklch, lightnessOf, oklchToHex, shade } from './oklch.js';

describe('OKLCH', () => {
  it('gives every colour back', () => {
    for (const hex of ['#000000', '#ffffff', '#c98d6b', '#3b2414', '#2f6f6b', '#ee6fa8', '#0044ff'])
      expect(oklchToHex(hexToOklch(hex))).toBe(hex);
  });

  it('keeps the hue where it darkens', () => {
    const darker = shade('#c98d6b', { light: -0.1 });
    expect(lightnessOf(darker)).toBeCloseTo(lightnessOf('#c98d6b') - 0.1, 2);
    expect(Math.abs(hexToOklch(darker)[2] - hexToOklch('#c98d6b')[2])).toBeLessThan(2);
  });

  it('stays in gamut for a colour that sRGB lacks', () => {
    expect(oklchToHex([0.9, 0.4, 260])).toMatch(/^#[0-9a-f]{6}$/);
    expect(lightnessOf(oklchToHex([0.7, 0.4, 30]))).toBeCloseTo(0.7, 1);
  });
});
