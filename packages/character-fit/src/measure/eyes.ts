import { LEFT_EYE, RIGHT_EYE } from '@avatar/face';
import { median, type Lab } from '@avatar/image';
import { outlineOf, pixelsIn, placeOf } from '../crop/outline.js';
import { pointOf, type HeadCrop } from '../crop/head-crop.js';
import { sampleColour } from '../crop/colour-sample.js';

/** One eye. */
export interface EyeColours {
  readonly iris: Lab;
  /** The lightest quarter of the white beside the iris. */
  readonly white: Lab;
  /** Height over width of the opening. */
  readonly openness: number;
}

const EYES = [
  { lids: RIGHT_EYE, outer: 33, inner: 133, upper: 159, lower: 145 },
  { lids: LEFT_EYE, outer: 263, inner: 362, upper: 386, lower: 374 },
];
/** Radius of the iris over the width of the eye. */
const IRIS_RADIUS = 0.21;
/** Between the pupil and the dark rim of the iris, in its radii; the upper part lies in the shadow of the lid. */
const RING = { from: 0.43, to: 0.81, above: 0.24 };
const LEAST_PIXELS = 40;
const LEAST_OPENNESS = 0.2;

/** Eyes that are open and large enough to be read. */
export const measureEyes = (close: HeadCrop): EyeColours[] =>
  EYES.map((eye) => measureEye(close, eye)).filter((eye) => eye !== undefined);

function measureEye(close: HeadCrop, { lids, outer, inner, upper, lower }: (typeof EYES)[number]) {
  const [outerX, outerY] = pointOf(close, outer);
  const [innerX, innerY] = pointOf(close, inner);
  const widthPx = Math.hypot(outerX - innerX, outerY - innerY);
  const openness = Math.abs(pointOf(close, upper)[1] - pointOf(close, lower)[1]) / widthPx;
  const pixels = pixelsIn(outlineOf(close, lids, 0.9));
  if (pixels.length < LEAST_PIXELS || openness < LEAST_OPENNESS) return undefined;
  const [centreX, centreY] = darkestPlace(close, pixels);
  const radius = IRIS_RADIUS * widthPx;
  const ring = pixels.filter((pixel) => {
    const [x, y] = placeOf(pixel);
    const away = Math.hypot(x - centreX, y - centreY) / radius;
    return away > RING.from && away < RING.to && y > centreY - RING.above * radius;
  });
  const byLightness = (one: number, other: number) => close.lab.L[one] - close.lab.L[other];
  const iris = ring.sort(byLightness).slice(Math.floor(0.25 * ring.length), Math.ceil(0.75 * ring.length));
  const whites = pixels
    .filter((pixel) => Math.abs(placeOf(pixel)[0] - centreX) > 1.25 * radius)
    .sort(byLightness);
  const irisColour = sampleColour(close, iris, 12);
  const whiteColour = sampleColour(close, whites.slice(-Math.max(6, whites.length >> 2)), 6);
  return irisColour && whiteColour ? { iris: irisColour.lab, white: whiteColour.lab, openness } : undefined;
}

/** Centre of the dark in the eye, weighted by how dark it is. */
function darkestPlace(close: HeadCrop, pixels: readonly number[]): [x: number, y: number] {
  let sumX = 0;
  let sumY = 0;
  let sum = 1e-6;
  for (const pixel of pixels) {
    const darkness = Math.max(0, Math.min(1, 0.65 - close.lab.L[pixel] / 100)) ** 3;
    const [x, y] = placeOf(pixel);
    sumX += darkness * x;
    sumY += darkness * y;
    sum += darkness;
  }
  return [sumX / sum, sumY / sum];
}

/** The light's colour as the whites of the eyes show it. @returns undefined without a white that can be trusted */
export function whitesOf(eyes: readonly EyeColours[]): Lab | undefined {
  const trusted = eyes.filter(({ white, iris }) => white[0] - iris[0] > 12 && white[0] > 25);
  if (trusted.length === 0) return undefined;
  const channel = (at: 0 | 1 | 2) => median(trusted.map(({ white }) => white[at]));
  return [channel(0), channel(1), channel(2)];
}
