import type { PlanarImage } from '@avatar/stage';
import { createPlanar } from '../planes/plane.js';
import { clamp } from '../planes/scalar.js';

/** sRGB transfer function, IEC 61966-2-1. Both directions, one value. */
export const srgbToLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
export const linearToSrgb = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

/** Shares of red, green and blue in the luminance of linear light, ITU-R BT.709. */
export const LUMINANCE_WEIGHTS = [0.2126, 0.7152, 0.0722] as const;

/** Luminance of linear light, in [0, 1] where the channels are (ITU-R BT.709). */
export const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

const STEPS = 4096;
/** One entry past the end, so that the last step can be interpolated too. */
function table(transform: (value: number) => number, top: number): Float32Array {
  const values = new Float32Array(STEPS + 2);
  for (let i = 0; i < values.length; i++) values[i] = transform((i * top) / STEPS);
  return values;
}

/** `position` in [0, STEPS]. */
function lookUp(values: Float32Array, position: number): number {
  const index = position | 0;
  const low = values[index];
  return low + (values[index + 1] - low) * (position - index);
}

const LINEAR = table(srgbToLinear, 1);
const ENCODED = table(linearToSrgb, 1);
/** The encoding curve is steep near black: that part has a table of its own. */
const DARK_TOP = 1 / 32;
const ENCODED_DARK = table(linearToSrgb, DARK_TOP);

/** Table-driven `srgbToLinear`; input clipped to [0, 1], error under 1e-6. */
export const fastLinear = (value: number): number =>
  value <= 0 ? 0 : value >= 1 ? 1 : lookUp(LINEAR, value * STEPS);
/** Table-driven `linearToSrgb`; input clipped to [0, 1], error under 1e-6. */
export const fastSrgb = (value: number): number =>
  value <= 0
    ? 0
    : value >= 1
      ? 1
      : value < DARK_TOP
        ? lookUp(ENCODED_DARK, value * (STEPS / DARK_TOP))
        : lookUp(ENCODED, value * STEPS);

/** CIE 15: the cube root with a straight start. */
const EPSILON = 216 / 24389;
const SLOPE = 841 / 108;
const START = 4 / 29;
const labCurve = (t: number): number => (t > EPSILON ? Math.cbrt(t) : SLOPE * t + START);
const labInverse = (t: number): number => (t > 6 / 29 ? t * t * t : (t - START) / SLOPE);
/** Relative to white nothing is above 1, rounding apart. */
const CURVE = table(labCurve, 1);
const fastCurve = (t: number): number => lookUp(CURVE, t * STEPS);

// Linear sRGB to XYZ relative to its own D65 white and back (IEC 61966-2-1), so that greys have a = b = 0.
const XR = 0.4124564 / 0.95047;
const XG = 0.3575761 / 0.95047;
const XB = 1 - XR - XG;
const YR = 0.2126729;
const YG = 0.7151522;
const YB = 1 - YR - YG;
const ZR = 0.0193339 / 1.08883;
const ZG = 0.119192 / 1.08883;
const ZB = 1 - ZR - ZG;
const RX = 3.2404542 * 0.95047;
const RZ = -0.4985314 * 1.08883;
const RY = 1 - RX - RZ;
const GX = -0.969266 * 0.95047;
const GZ = 0.041556 * 1.08883;
const GY = 1 - GX - GZ;
const BX = 0.0556434 * 0.95047;
const BZ = 1.0572252 * 1.08883;
const BY = 1 - BX - BZ;

/** CIELAB, D65: L 0 to 100, a and b about -128 to 127. */
export type Lab = readonly [L: number, a: number, b: number];

/** sRGB-encoded [0, 1] to CIELAB, one colour. */
export function rgbToLab(red: number, green: number, blue: number): [number, number, number] {
  const r = fastLinear(red);
  const g = fastLinear(green);
  const b = fastLinear(blue);
  const x = fastCurve(XR * r + XG * g + XB * b);
  const y = fastCurve(YR * r + YG * g + YB * b);
  const z = fastCurve(ZR * r + ZG * g + ZB * b);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIELAB to sRGB-encoded [0, 1], clipped to the gamut, one colour. */
export function labToRgb(L: number, a: number, b: number): [number, number, number] {
  const y = (L + 16) / 116;
  const X = labInverse(y + a / 500);
  const Y = labInverse(y);
  const Z = labInverse(y - b / 200);
  return [
    fastSrgb(RX * X + RY * Y + RZ * Z),
    fastSrgb(GX * X + GY * Y + GZ * Z),
    fastSrgb(BX * X + BY * Y + BZ * Z),
  ];
}

/** A picture in CIELAB: planes L (0 to 100), a, b. */
export interface LabImage {
  readonly L: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** `rgbToLab` on a whole picture, with the formula in the loop: a call a pixel would take twice as long. */
export function toLab(image: PlanarImage): LabImage {
  const [red, green, blue] = image.planes;
  const count = red.length;
  const L = new Float32Array(count);
  const a = new Float32Array(count);
  const b = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const r = fastLinear(red[i]);
    const g = fastLinear(green[i]);
    const bl = fastLinear(blue[i]);
    const x = fastCurve(XR * r + XG * g + XB * bl);
    const y = fastCurve(YR * r + YG * g + YB * bl);
    const z = fastCurve(ZR * r + ZG * g + ZB * bl);
    L[i] = 116 * y - 16;
    a[i] = 500 * (x - y);
    b[i] = 200 * (y - z);
  }
  return { L, a, b, width: image.width, height: image.height };
}

/** `labToRgb` on a whole picture: clipped to the gamut. */
export function fromLab(lab: LabImage): PlanarImage {
  const image = createPlanar(lab.width, lab.height);
  const [red, green, blue] = image.planes;
  for (let i = 0; i < red.length; i++) {
    const y = (lab.L[i] + 16) * (1 / 116);
    const X = labInverse(y + lab.a[i] * (1 / 500));
    const Y = labInverse(y);
    const Z = labInverse(y - lab.b[i] * (1 / 200));
    red[i] = fastSrgb(RX * X + RY * Y + RZ * Z);
    green[i] = fastSrgb(GX * X + GY * Y + GZ * Z);
    blue[i] = fastSrgb(BX * X + BY * Y + BZ * Z);
  }
  return image;
}

/** `#rgb` or `#rrggbb` to sRGB-encoded [0, 1]; undefined if it is neither. */
export function parseHexColour(text: string): [number, number, number] | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const digits = short ? short.slice(1).map((d) => d + d) : /^#(..)(..)(..)$/.exec(text)?.slice(1);
  if (!digits?.every((pair) => /^[0-9a-f]{2}$/i.test(pair))) return undefined;
  return digits.map((pair) => parseInt(pair, 16) / 255) as [number, number, number];
}

/** `#rrggbb` of red, green and blue in [0, 1]; what lies outside is clamped. */
export const hexColour = (rgb: readonly number[]): string =>
  `#${rgb
    .map((value) =>
      Math.round(clamp(value) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
