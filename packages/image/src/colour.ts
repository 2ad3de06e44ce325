import type { PlanarImage } from '@avatar/stage';
import { createPlanar } from './plane.js';

/** sRGB transfer function, IEC 61966-2-1. Both directions, one value. */
export const srgbToLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
export const linearToSrgb = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const STEPS = 4096;
const table = (transform: (t: number) => number): Float32Array =>
  Float32Array.from({ length: STEPS + 2 }, (_, i) => transform(i / STEPS));
const LINEAR = table(srgbToLinear);
const ENCODED = table(linearToSrgb);
/** Under this linear value the inverse curve is too steep for the table. */
const STEEP = 0.02;

function lookUp(values: Float32Array, t: number): number {
  const at = t * STEPS;
  const index = at | 0;
  const low = values[index];
  return low + (values[index + 1] - low) * (at - index);
}

/** Table-driven `srgbToLinear`; input clipped to [0, 1], error under 1e-6. */
export const fastLinear = (value: number): number =>
  value <= 0 ? 0 : value >= 1 ? 1 : lookUp(LINEAR, value);
/** Table-driven `linearToSrgb`; input clipped to [0, 1], error under 1e-5. */
export const fastSrgb = (value: number): number =>
  value <= 0 ? 0 : value >= 1 ? 1 : value < STEEP ? linearToSrgb(value) : lookUp(ENCODED, value);

/** D65 white of the sRGB primaries. */
const WHITE = { X: 0.95047, Z: 1.08883 };
const EPSILON = 0.008856;
const labCurve = (t: number): number => (t > EPSILON ? Math.cbrt(t) : 7.787 * t + 16 / 116);
const labInverse = (t: number): number => (t > 0.206893 ? t * t * t : (t - 16 / 116) / 7.787);
const CURVE_TOP = 1.1;
const CURVE = table((t) => labCurve(t * CURVE_TOP));
const fastCurve = (t: number): number => lookUp(CURVE, t >= CURVE_TOP ? 1 : t / CURVE_TOP);

/** CIELAB, D65: L 0 to 100, a and b about -128 to 127. */
export type Lab = readonly [L: number, a: number, b: number];

/** sRGB-encoded [0, 1] to CIELAB, one colour. */
export function rgbToLab(red: number, green: number, blue: number): [number, number, number] {
  const r = fastLinear(red);
  const g = fastLinear(green);
  const b = fastLinear(blue);
  const x = fastCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / WHITE.X);
  const y = fastCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = fastCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / WHITE.Z);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIELAB to sRGB-encoded [0, 1], clipped to the gamut, one colour. */
export function labToRgb(L: number, a: number, b: number): [number, number, number] {
  const y = (L + 16) / 116;
  const X = labInverse(y + a / 500) * WHITE.X;
  const Y = labInverse(y);
  const Z = labInverse(y - b / 200) * WHITE.Z;
  return [
    fastSrgb(3.2406 * X - 1.5372 * Y - 0.4986 * Z),
    fastSrgb(-0.9689 * X + 1.8758 * Y + 0.0415 * Z),
    fastSrgb(0.0557 * X - 0.204 * Y + 1.057 * Z),
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
    const x = fastCurve((0.4124 * r + 0.3576 * g + 0.1805 * bl) / WHITE.X);
    const y = fastCurve(0.2126 * r + 0.7152 * g + 0.0722 * bl);
    const z = fastCurve((0.0193 * r + 0.1192 * g + 0.9505 * bl) / WHITE.Z);
    L[i] = 116 * y - 16;
    a[i] = 500 * (x - y);
    b[i] = 200 * (y - z);
  }
  return { L, a, b, width: image.width, height: image.height };
}

export function fromLab(lab: LabImage): PlanarImage {
  const image = createPlanar(lab.width, lab.height);
  const [red, green, blue] = image.planes;
  for (let i = 0; i < red.length; i++) {
    const y = (lab.L[i] + 16) / 116;
    const X = labInverse(y + lab.a[i] / 500) * WHITE.X;
    const Y = labInverse(y);
    const Z = labInverse(y - lab.b[i] / 200) * WHITE.Z;
    red[i] = fastSrgb(3.2406 * X - 1.5372 * Y - 0.4986 * Z);
    green[i] = fastSrgb(-0.9689 * X + 1.8758 * Y + 0.0415 * Z);
    blue[i] = fastSrgb(0.0557 * X - 0.204 * Y + 1.057 * Z);
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
