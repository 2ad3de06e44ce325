import {
  clamp,
  labToRgb,
  linearToSrgb,
  luminance,
  mix,
  rgbToLab,
  smoothstep,
  srgbToLinear,
  type Lab,
} from '@avatar/image';
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
/**
 * A lamp without any blue, and with the hue of skin itself, takes stronger gains: the pull is whole, and these bound
 * the gains.
 */
const STRONG_LAMP = { from: 8, to: 20 };
const GAIN = { min: 0.72, max: 1.45, minUnderLamp: 0.4, maxUnderLamp: 6 };

/** The most colourful natural skin of this lightness. */
const mostChroma = (L: number): number =>
  Math.min(MOST_CHROMA, LOCUS.maxChroma + LOCUS.slope * (LOCUS.atLightness - L));

/**
 * How sure it is, in [0, 1], that skin stands under a lamp of its own hue: far more colourful than skin is, and no
 * other colour.
 */
function strongLamp([L, a, b]: Lab): number {
  const hue = Math.atan2(b, a) / DEGREE;
  const away = Math.abs(hue - clamp(hue, LOCUS.minHue, LOCUS.maxHue));
  const excess = Math.hypot(a, b) - mostChroma(L);
  return (
    smoothstep(STRONG_LAMP.from, STRONG_LAMP.to, excess) * (1 - smoothstep(TINTED.from, TINTED.to, away))
  );
}

/** The natural skin colour that is nearest to `skin`, at the same lightness, approached by the style's strengths. */
export function naturalSkin([L, a, b]: Lab, tone: ToneParameters): [number, number, number] {
  const hue = Math.atan2(b, a) / DEGREE;
  const chroma = Math.hypot(a, b);
  const locusChroma = clamp(chroma, LOCUS.minChroma, mostChroma(L));
  const locusHue = clamp(hue, LOCUS.minHue, LOCUS.maxHue);
  const tinted = smoothstep(TINTED.from, TINTED.to, Math.abs(hue - locusHue));
  const hueStrength = mix(tone.hueStrength, 1, strongLamp([L, a, b]));
  const newHue = hue + hueStrength * mix(1, TINTED.pull, tinted) * (locusHue - hue);
  const aim = locusChroma > chroma ? mix(locusChroma, chroma, tinted) : locusChroma;
  const lamp = smoothstep(LAMP.from, LAMP.to, chroma - locusChroma);
  const pull = Math.min(1, tone.chromaStrength * (1 + LAMP.more * lamp));
  const newChroma = mix(chroma, aim, mix(pull, 1, strongLamp([L, a, b])));
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
  const lamp = strongLamp(skin);
  const least = mix(GAIN.min, GAIN.minUnderLamp, lamp);
  const most = mix(GAIN.max, GAIN.maxUnderLamp, lamp);
  const gain = (channel: 0 | 1 | 2) => clamp(to[channel] / Math.max(from[channel], 1e-3), least, most);
  const [red, green, blue] = [gain(0), gain(1), gain(2)];
  const before = luminance(...from);
  const after = luminance(from[0] * red, from[1] * green, from[2] * blue);
  const keep = after > 0 ? before / after : 1;
  return [Math.log(red * keep), Math.log(green * keep), Math.log(blue * keep)];
}

/**
 * The same skin under so much more light. The locus is that of lit skin: in the dark all chroma is small, and skin
 * that is balanced there would be painted red.
 *
 * @param exposureLog natural logarithm of the factor in linear light
 */
export function exposedSkin(skin: Lab, exposureLog: number): Lab {
  const factor = Math.exp(exposureLog);
  const [red, green, blue] = toLinear(skin).map((value) => linearToSrgb(Math.min(1, value * factor)));
  return rgbToLab(red, green, blue);
}
