import { labToRgb, linearToSrgb, rgbToLab, srgbToLinear, type Lab } from '@avatar/image';
import { corporateHeadshot } from '@avatar/styles';
import { describe, expect, it } from 'vitest';
import { balanceGains, exposedSkin, naturalSkin } from './white-balance.js';

const { tone } = corporateHeadshot.rendering;
const hueOf = ([, a, b]: Lab): number => (Math.atan2(b, a) * 180) / Math.PI;

function balanced(skin: Lab): Lab {
  const gains = balanceGains(skin, tone).map(Math.exp);
  const [r, g, b] = labToRgb(...skin).map((value, i) => linearToSrgb(srgbToLinear(value) * gains[i]));
  return rgbToLab(r, g, b);
}

describe('balanceGains', () => {
  it.each([
    { name: 'pink', skin: [62, 24, 8] as const },
    { name: 'yellow green', skin: [58, 2, 26] as const },
    { name: 'dark and green', skin: [34, 3, 16] as const },
    { name: 'pale and blue', skin: [72, 6, -2] as const },
  ])('moves $name skin towards the natural hues', ({ skin }) => {
    const middle = 54;
    expect(Math.abs(hueOf(balanced(skin)) - middle)).toBeLessThan(Math.abs(hueOf(skin) - middle) - 4);
  });

  it.each([[[62, 24, 8]], [[34, 3, 16]], [[72, 6, -2]], [[25, 12, 12]]] as [Lab][])(
    'keeps the lightness of %j',
    (skin) => {
      expect(balanced(skin)[0]).toBeCloseTo(skin[0], 0);
    },
  );

  it.each([
    { name: 'pale', skin: [72, 11, 15] as const },
    { name: 'medium', skin: [58, 14, 18] as const },
    { name: 'dark', skin: [36, 13, 17] as const },
  ])('leaves natural $name skin alone', ({ skin }) => {
    for (const gain of balanceGains(skin, tone)) expect(Math.abs(gain)).toBeLessThan(0.02);
  });

  it('is continuous where the tint begins', () => {
    for (let hue = -40; hue < 140; hue++) {
      const at = (degrees: number): Lab => {
        const angle = (degrees * Math.PI) / 180;
        return [60, 18 * Math.cos(angle), 18 * Math.sin(angle)];
      };
      expect(
        Math.abs(hueOf(naturalSkin(at(hue), tone)) - hueOf(naturalSkin(at(hue + 1), tone))),
      ).toBeLessThan(3);
    }
  });

  it('takes the yellow of a lamp from skin, and no light', () => {
    const [L, a, b] = balanced([60, 20, 52]);
    expect(Math.hypot(a, b)).toBeLessThan(31);
    expect(L).toBeCloseTo(60, 0);
  });

  it('does not paint dark skin red in the dark', () => {
    const lit = [38, 13, 18] as const;
    const dark = exposedSkin(lit, Math.log(1 / 8));
    expect(Math.hypot(dark[1], dark[2])).toBeLessThan(15);
    for (const gain of balanceGains(exposedSkin(dark, Math.log(8)), tone))
      expect(Math.abs(gain)).toBeLessThan(0.02);
  });
});
