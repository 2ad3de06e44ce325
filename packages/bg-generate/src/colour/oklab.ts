import { fastLinear, fastSrgb } from '@avatar/image';
import type { Rgb } from './backdrop-colours.js';

/** Lightness 0 to 1, then the green-red and blue-yellow axes, about +-0.3. */
export type Oklab = readonly [lightness: number, a: number, b: number];

/** sRGB-encoded to Oklab (B. Ottosson, "A perceptual color space for image processing", 2020). */
export function oklabOf([red, green, blue]: Rgb): Oklab {
  const r = fastLinear(red);
  const g = fastLinear(green);
  const b = fastLinear(blue);
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

/** Oklab to linear light; outside [0, 1] where sRGB cannot show the colour. */
function linearOf([lightness, a, b]: Oklab): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const ROUNDING = 1e-4;
const inGamut = (linear: Rgb): boolean =>
  linear.every((value) => value >= -ROUNDING && value <= 1 + ROUNDING);
const HALVINGS = 12;

/** Oklab to sRGB-encoded; a colour that sRGB cannot show loses colourfulness until it can, and keeps lightness and hue. */
export function rgbOfOklab([lightness, a, b]: Oklab): Rgb {
  let linear = linearOf([lightness, a, b]);
  if (!inGamut(linear)) {
    let kept = 0;
    for (let step = 0.5, i = 0; i < HALVINGS; i++, step /= 2) {
      const tried = kept + step;
      if (inGamut(linearOf([lightness, a * tried, b * tried]))) kept = tried;
    }
    linear = linearOf([lightness, a * kept, b * kept]);
  }
  const [red, green, blue] = linear;
  return [fastSrgb(red), fastSrgb(green), fastSrgb(blue)];
}

export const chromaOf = ([, a, b]: Oklab): number => Math.hypot(a, b);
