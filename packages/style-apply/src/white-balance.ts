import { clamp, labToRgb, mix, srgbToLinear, type Lab } from '@avatar/image';
import type { ToneParameters } from '@avatar/styles';

/** Natural logarithms of the factors for red, green and blue in linear light. */
export type GainsLog = readonly [red: number, green: number, blue: number];

const DEGREE = Math.PI / 180;
/** The locus of human skin under neutral light, in CIELAB: hue in degrees, chroma with more room for dark skin. */
const LOCUS = { minHue: 47, maxHue: 62, minChroma: 16, maxChroma: 27, chromaPerDarkL: 0.12, darkUnderL: 55 };
/** Outside these hues the light is coloured on purpose: it is only calmed, and its colour never strengthened. */
const TINTED = { belowHue: 20, aboveHue: 85, calmedTo: [30, 75], strength: 0.5, maxChroma: 14 } as const;
const MIN_GAIN = 0.84;
const MAX_GAIN = 1.2;

/** The natural skin colour that is nearest to `skin`, at the same lightness, approached by the style's strengths. */
export function naturalSkin([L, a, b]: Lab, tone: ToneParameters): [number, number, number] {
  const hue = Math.atan2(b, a) / DEGREE;
  const chroma = Math.hypot(a, b);
  const maxChroma = LOCUS.maxChroma + LOCUS.chromaPerDarkL * Math.max(0, LOCUS.darkUnderL - L);
  const locusChroma = clamp(chroma, LOCUS.minChroma, maxChroma);
  const tinted = hue < TINTED.belowHue || hue > TINTED.aboveHue;
  const newHue = tinted
    ? mix(hue, TINTED.calmedTo[hue < TINTED.belowHue ? 0 : 1], TINTED.strength)
    : mix(hue, clamp(hue, LOCUS.minHue, LOCUS.maxHue), tone.hueStrength);
  const aim = tinted ? Math.min(locusChroma, TINTED.maxChroma) : locusChroma;
  const newChroma = mix(chroma, aim, tone.chromaStrength);
  return [L, newChroma * Math.cos(newHue * DEGREE), newChroma * Math.sin(newHue * DEGREE)];
}

const toLinear = ([L, a, b]: Lab): [number, number, number] => {
  const [red, green, blue] = labToRgb(L, a, b);
  return [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)];
};
const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/**
 * Von Kries gains that move the skin towards the locus of natural skin and keep its luminance, so that no skin gets
 * lighter by it. (Skin locus: M. Störring et al., "Skin colour detection under changing lighting conditions", 1999.)
 */
export function balanceGains(skin: Lab, tone: ToneParameters): GainsLog {
  const from = toLinear(skin);
  const to = toLinear(naturalSkin(skin, tone));
  const gain = (channel: 0 | 1 | 2) => clamp(to[channel] / Math.max(from[channel], 1e-3), MIN_GAIN, MAX_GAIN);
  const [red, green, blue] = [gain(0), gain(1), gain(2)];
  const before = luminance(...from);
  const after = luminance(from[0] * red, from[1] * green, from[2] * blue);
  const keep = after > 0 ? before / after : 1;
  return [Math.log(red * keep), Math.log(green * keep), Math.log(blue * keep)];
}
