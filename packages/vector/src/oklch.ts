import { clamp, fastLinear, hexColour, linearToSrgb, parseHexColour } from '@avatar/image';

/** `#rrggbb`. */
export type HexColour = string;

/** Björn Ottosson's OKLCH (2020): lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hueDegrees: number];

const rgbOf = (hex: HexColour): readonly [number, number, number] => parseHexColour(hex) ?? [0, 0, 0];

export function hexToOklch(hex: HexColour): Oklch {
  const [r, g, b] = rgbOf(hex).map(fastLinear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    Math.hypot(a, bb),
    (Math.atan2(bb, a) * 180) / Math.PI,
  ];
}

function linearRgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Outside of sRGB the chroma shrinks; lightness and hue stay. */
export function oklchToHex([lightness, chroma, hue]: Oklch): HexColour {
  let rgb = linearRgb([lightness, chroma, hue]);
  for (let i = 0; i < 12 && rgb.some((v) => v < -0.002 || v > 1.002); i++) {
    chroma *= 0.9;
    rgb = linearRgb([lightness, chroma, hue]);
  }
  return hexColour(rgb.map((value) => linearToSrgb(clamp(value))));
}

/** Mixture of two colours in sRGB values: `from` at 0, `to` at 1. */
export function mixColours(from: HexColour, to: HexColour, amount: number): HexColour {
  const a = rgbOf(from);
  const b = rgbOf(to);
  return hexColour(a.map((value, i) => value + (b[i] - value) * amount));
}

/** OKLCH lightness, 0 to 1. */
export const lightnessOf = (hex: HexColour): number => hexToOklch(hex)[0];

export interface ToneShift {
  /** Added to the lightness. Default 0. */
  readonly light?: number;
  /** Factor of the chroma. Default 1. */
  readonly chroma?: number;
  /** Hue in degrees to turn to, by the share `pull`. */
  readonly towards?: number;
  /** 0 to 1. Default 0. */
  readonly pull?: number;
}

/** A shade of a colour that stays clean: lightness, chroma and hue move on their own. */
export function shade(hex: HexColour, { light = 0, chroma = 1, towards, pull = 0 }: ToneShift): HexColour {
  const [l, c, h] = hexToOklch(hex);
  const turn = towards === undefined ? 0 : (((towards - h + 540) % 360) - 180) * pull;
  return oklchToHex([clamp(l + light), c * chroma, h + turn]);
}
