import { FACE_OVAL, LEFT_BROW, LEFT_EYE, OUTER_LIPS, RIGHT_BROW, RIGHT_EYE } from '@avatar/face';
import { clamp, median, quantile, type Lab, ramp, mean } from '@avatar/image';
import { hexOf, hueOf, mixed, sampleColour } from '../crop/colour-sample.js';
import { isInPhoto, likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';
import { outOfDimLight } from './dim-light.js';
import { outlineOf, pixelsIn, placeOf } from '../crop/outline.js';

export interface SkinMeasure {
  /** Colour of the skin in even light, CIELAB. */
  readonly lab: Lab;
  readonly hex: string;
  /** How far the two estimates are apart in L: large where shine or shadow covers most of the face. */
  readonly doubt: number;
  /** Degrees outside what skin can be. */
  readonly strangeHue: number;
  /** Difference of the lightest and the darkest patch in L. */
  readonly unevenness: number;
}

/** Patches of the mesh that are seldom covered. */
const PATCHES: readonly (readonly number[])[] = [
  [116, 117, 118, 101, 36, 205, 187, 123],
  [345, 346, 347, 330, 266, 425, 411, 352],
  [109, 10, 338, 337, 9, 108],
  [67, 109, 108, 69],
  [297, 338, 337, 299],
  [193, 417, 412, 188],
];
const NOSE_AREA = [129, 98, 2, 327, 358, 4];
/** What the hue of human skin is held in, degrees, and its chroma. */
const HUES = [38, 70] as const;
/** Least and most; the least falls towards black. */
const CHROMAS = [16, 38] as const;
const DARKEST_CHROMA = 11;
/** Usual colour of the white of an eye in even light. */
const WHITE: Lab = [60, 6, 8];

/**
 * The colour of the skin below its shine. The whites of the eyes take out the light's colour, darken what was
 * photographed too light, and lighten fair skin in dim light. Fair skin is given as its lit side.
 *
 * @param white of the eyes, if it could be measured
 * @returns undefined where hardly any skin of the face is seen
 */
export function measureSkin(close: HeadCrop, white: Lab | undefined): SkinMeasure | undefined {
  const patches = PATCHES.map((indices) => skinPixels(close, indices)).filter(({ length }) => length > 25);
  const all = patches.flat();
  if (all.length < 60) return undefined;
  const lit = patches
    .map((pixels) => median(pixels.map((pixel) => close.lab.L[pixel])))
    .sort((a, b) => a - b);
  const patch = patchEstimate(close, all, lit[Math.floor((lit.length - 1) * 0.67)]);
  const face = faceEstimate(close, all);
  const doubt = Math.abs(patch[0] - face[0]);
  // Far apart, nobody knows whether the skin or the light is dark: the middle is the smallest error.
  const seen = doubt > 12 ? mixed(patch, face, 0.5) : face;
  const lab = held(asLit(white ? inEvenLight(seen, white) : seen));
  return {
    lab,
    hex: hexOf(lab),
    doubt,
    strangeHue: Math.abs(hueOf(seen) - clamp(hueOf(seen), ...HUES)),
    unevenness: lit[lit.length - 1] - lit[0],
  };
}

const skinPixels = (close: HeadCrop, indices: readonly number[]): number[] =>
  pixelsIn(
    indices.map((index) => pointOf(close, index)),
    2,
  ).filter((pixel) => {
    const [x, y] = placeOf(pixel);
    return likelihood(close, 'face', x, y) > 0.6 && isInPhoto(close, x, y);
  });

/** Mid-tones of the well-lit patches, without pale (specular) pixels. */
function patchEstimate(close: HeadCrop, all: readonly number[], target: number): Lab {
  const chroma = (pixel: number) => Math.hypot(close.lab.a[pixel], close.lab.b[pixel]);
  const least = 0.75 * median(all.map(chroma));
  const kept = all.filter(
    (pixel) => close.lab.L[pixel] > target - 12 && close.lab.L[pixel] < target + 6 && chroma(pixel) > least,
  );
  return (sampleColour(close, kept, 40) ?? sampleColour(close, all) ?? { lab: [60, 15, 20] as const }).lab;
}

/**
 * A band of the whole upper face's lightness: the lit side of light skin, and less than that of dark skin, which shines
 * on cheekbones, forehead and nose. Gloss adds white, so that chroma falls with lightness and the skin's own colour
 * lies low; shadow takes chroma along.
 */
function faceEstimate(close: HeadCrop, patches: readonly number[]): Lab {
  const upper = upperFace(close);
  const pool = upper.length > 200 ? upper : patches;
  const L = pool.map((pixel) => close.lab.L[pixel]);
  const low = 0.36 + 0.2 * ramp(45, 62, quantile(L, 0.5));
  const share = low + 0.12 * ramp(-0.15, 0.1, chromaSlope(close, pool));
  const [from, to] = [quantile(L, share - 0.14), quantile(L, share + 0.14)];
  const band = pool.filter((_, i) => L[i] >= from && L[i] <= to);
  return (sampleColour(close, band) ?? { lab: [60, 15, 20] as const }).lab;
}

function upperFace(close: HeadCrop): number[] {
  const mouthY = Math.max(pointOf(close, 61)[1], pointOf(close, 291)[1]);
  const left = new Set(
    [
      ...[RIGHT_EYE, LEFT_EYE].map((part) => outlineOf(close, part, 1.6)),
      ...[RIGHT_BROW, LEFT_BROW].map((part) => outlineOf(close, part, 1.25)),
      outlineOf(close, NOSE_AREA, 1.1),
      outlineOf(close, OUTER_LIPS, 1.2),
    ].flatMap((polygon) => pixelsIn(polygon)),
  );
  return pixelsIn(outlineOf(close, FACE_OVAL, 0.94), 2).filter((pixel) => {
    const [x, y] = placeOf(pixel);
    return (
      y < mouthY &&
      !left.has(pixel) &&
      isInPhoto(close, x, y) &&
      likelihood(close, 'face', x, y) > 0.75 &&
      likelihood(close, 'other', x, y) < 0.1
    );
  });
}

/** How chroma grows with lightness. */
function chromaSlope({ lab }: HeadCrop, pixels: readonly number[]): number {
  const L = pixels.map((pixel) => lab.L[pixel]);
  const chroma = pixels.map((pixel) => Math.hypot(lab.a[pixel], lab.b[pixel]));
  const [meanL, meanChroma] = [mean(L), mean(chroma)];
  let covariance = 0;
  let variance = 1;
  for (let i = 0; i < L.length; i++) {
    covariance += (L[i] - meanL) * (chroma[i] - meanChroma);
    variance += (L[i] - meanL) ** 2;
  }
  return covariance / variance;
}

/** Largest correction of the light in CIELAB: beyond it the white was no white. */
const MOST_DARKENING = 4;
const MOST_TINT = 5;
/** Of the white's colour the share that is the light's: the rest is the eye's own. */
const TINT_SHARE = 0.4;

const inEvenLight = (lab: Lab, white: Lab): Lab => {
  const [L, a, b] = untinted(outOfDimLight(lab, white), white);
  return [L - clamp(0.5 * (white[0] - 82), 0, MOST_DARKENING), a, b];
};

/** A colour without what the whites of the eyes show of the light's own. */
export function untinted([L, a, b]: Lab, white: Lab): Lab {
  return [
    L,
    a - clamp(TINT_SHARE * (white[1] - WHITE[1]), -MOST_TINT, MOST_TINT),
    b - clamp(TINT_SHARE * (white[2] - WHITE[2]), -MOST_TINT, MOST_TINT),
  ];
}

/** Lightness between which skin begins to be drawn as its lit side, and how much lighter that is than its mid-tones. */
const FAIR = { from: 54, to: 64, lit: 2.5 };

/**
 * Fair skin is known by its lit side, and drawn in its mid-tones looks tanned; dark skin is known by its mid-tones, and
 * its lit side is shine.
 */
const asLit = ([L, a, b]: Lab): Lab => [L + FAIR.lit * ramp(FAIR.from, FAIR.to, L), a, b];

/** Held in what skin can be. */
function held(lab: Lab): Lab {
  const hue = (clamp(hueOf(lab), ...HUES) * Math.PI) / 180;
  const [least, most] = CHROMAS;
  const floor = DARKEST_CHROMA + (least - DARKEST_CHROMA) * ramp(25, 42, lab[0]);
  const chroma = clamp(Math.hypot(lab[1], lab[2]), floor, most);
  return [clamp(lab[0], 15, 90), chroma * Math.cos(hue), chroma * Math.sin(hue)];
}
