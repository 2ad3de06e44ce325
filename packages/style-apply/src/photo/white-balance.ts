import { clamp, labToRgb, luminance, mix, smoothstep, srgbToLinear, type Lab } from '@avatar/image';
import type { ToneParameters } from '@avatar/styles';

/** Natural logarithms of the factors for red, green and blue in linear light. */
export type GainsLog = readonly [red: number, green: number, blue: number];

const DEGREE = Math.PI / 180;
/**
 * The locus of human skin under neutral light, in CIELAB: hue in degrees; the most colourful natural skin by
 * lightness, falling from dark to pale; the least.
 */
const LOCUS = { minHue: 48, maxHue: 59, minChroma: 17, maxChroma: 27, atLightness: 57, slope: 0.22 };
const MOST_CHROMA = 31;
/**
 * Far from the locus the light is coloured on purpose, or hair and clothes colour it: the pull fades to this share over
 * these degrees, and the colour is never strengthened.
 */
const TINTED = { pull: 0.35, from: 20, to: 42 };
/** Skin this much more colourful than any natural one stands in coloured light: the pull grows by up to this share. */
const LAMP = { from: 4, to: 14, more: 0.25 };
const MIN_GAIN = 0.72;
const MAX_GAIN = 1.45;

/** The natural skin colour that is nearest to `skin`, at the same lightness, approached by the style's strengths. */
export function naturalSkin([L, a, b]: Lab, tone: ToneParameters): [number, number, number] {
  const hue = Math.atan2(b, a) / DEGREE;
  const chroma = Math.hypot(a, b);
  const maxChroma = Math.min(MOST_CHROMA, LOCUS.maxChroma + LOCUS.slope * (LOCUS.atLightness - L));
  const locusChroma = clamp(chroma, LOCUS.minChroma, maxChroma);
  const locusHue = clamp(hue, LOCUS.minHue, LOCUS.maxHue);
  const tinted = smoothstep(TINTED.from, TINTED.to, Math.abs(hue - locusHue));
  const newHue = hue + tone.hueStrength * mix(1, TINTED.pull, tinted) * (locusHue - hue);
  const aim = locusChroma > chroma ? mix(locusChroma, chroma, tinted) : locusChroma;
  const lamp = smoothstep(LAMP.from, LAMP.to, chroma - locusChroma);
  const newChroma = mix(chroma, aim, Math.min(1, tone.chromaStrength * (1 + LAMP.more * lamp)));
  return [L, newChroma * Math.cos(newHue * DEGREE), newChroma * Math.sin(newHue * DEGREE)];
}

const toLinear = ([L, a, b]: Lab): [number, number, number] => {
  const [red, green, blue] = labToRgb(L, a, b);
  return [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)];
};

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
