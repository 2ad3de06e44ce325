import { gaussianBlur, quantile, type Lab, type Point } from '@avatar/image';
import { sampleColour, type ColourSample } from '../crop/colour-sample.js';
import { CROP_PX, isInPhoto, likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';
import { between, pixelsIn, placeOf } from '../crop/outline.js';
import { CHIN } from '@avatar/face';

/** How a zone of the lower face differs from the cheek above it. */
export interface BeardCue {
  /** Darker, as a share of the cheek's lightness. */
  readonly dark: number;
  /** Less coloured, as a share of the cheek's chroma. */
  readonly pale: number;
  /** Fine structure of the lightness, scaled to a lightness of 60. */
  readonly rough: number;
}

export interface FacialHairMeasure {
  readonly moustache: readonly (BeardCue | undefined)[];
  readonly jaw: readonly (BeardCue | undefined)[];
  readonly chin: BeardCue | undefined;
  readonly underChin: BeardCue | undefined;
  /** How likely the place under the chin still counts as face, which a beard does and a throat does not. */
  readonly faceUnderChin: number;
  /** The same much further down: only a long beard hangs there. */
  readonly faceFarDown: number;
  /** Colour of the hairs: of short ones without the skin that shines through. */
  readonly colour: Lab | undefined;
  /** Lightness of the cheeks. */
  readonly cheek: number;
}

const CHEEKS = [
  [50, 101, 36, 205, 187],
  [280, 330, 266, 425, 411],
];
const JAWS = [
  [172, 136, 150, 169, 210, 212, 216, 207, 213, 138],
  [397, 365, 379, 394, 430, 432, 436, 427, 433, 367],
];
const CHIN_AREA = [83, 18, 313, 406, 369, 396, 175, 171, 140, 182];
/** From the nose down to the lip, three columns a side. */
const UPPER_LIPS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [2, 0],
    [97, 37],
    [98, 39],
  ],
  [
    [2, 0],
    [326, 267],
    [327, 269],
  ],
];

interface Zone extends ColourSample {
  readonly rough: number;
}

/** @returns undefined where no cheek is seen to compare with */
export function measureFacialHair(close: HeadCrop): FacialHairMeasure | undefined {
  const fine = fineStructure(close);
  const zone = (polygon: readonly Point[]) => zoneOf(close, fine, pixelsIn(polygon));
  const area = (indices: readonly number[]) => zone(indices.map((index) => pointOf(close, index)));
  const [right, left] = CHEEKS.map(area);
  const cheeks = [right ?? left, left ?? right];
  if (cheeks[0] === undefined || cheeks[1] === undefined) return undefined;
  const sides = cheeks as readonly Zone[];
  const moustaches = UPPER_LIPS.map((pairs) =>
    zone([...between(close, pairs, 0.3), ...between(close, pairs, 0.82).reverse()]),
  );
  const jaws = JAWS.map(area);
  const chin = area(CHIN_AREA);
  const middle = meanCheek(sides);
  const below = pixelsBelowChin(close, 0.03, 0.11, 0.08);
  return {
    moustache: moustaches.map((found, side) => cueOf(found, sides[side])),
    jaw: jaws.map((found, side) => cueOf(found, sides[side])),
    chin: cueOf(chin, middle),
    underChin: cueOf(zoneOf(close, fine, below), middle),
    faceUnderChin: meanLikelihood(close, below),
    faceFarDown: meanLikelihood(close, pixelsBelowChin(close, 0.14, 0.22, 0.06)),
    colour: hairColourOf(close, below),
    cheek: middle.lab[0],
  };
}

/** A beard that covers the throat is its own colour there; of a shorter one the darker half is hair. */
function hairColourOf(close: HeadCrop, below: readonly number[]): Lab | undefined {
  const isThick = meanLikelihood(close, below) > 0.6;
  const pixels = isThick
    ? below
    : [
        ...pixelsIn(CHIN_AREA.map((index) => pointOf(close, index))),
        ...UPPER_LIPS.flatMap((pairs) =>
          pixelsIn([...between(close, pairs, 0.3), ...between(close, pairs, 0.82).reverse()]),
        ),
      ];
  const L = pixels.map((pixel) => close.lab.L[pixel]);
  const [from, to] = isThick ? [quantile(L, 0.25), quantile(L, 0.85)] : [quantile(L, 0.08), quantile(L, 0.4)];
  const hairs = pixels.filter((_, i) => L[i] >= from && L[i] <= to);
  return sampleColour(close, hairs, 25)?.lab;
}

function fineStructure({ lab }: HeadCrop): Float32Array {
  const L = { data: lab.L, width: CROP_PX, height: CROP_PX };
  const fine = gaussianBlur(L, 0.8).data;
  const coarse = gaussianBlur(L, 3).data;
  return fine.map((value, i) => value - coarse[i]);
}

function zoneOf(close: HeadCrop, fine: Float32Array, pixels: readonly number[]): Zone | undefined {
  const skin = pixels.filter((pixel) => {
    const [x, y] = placeOf(pixel);
    return (
      isInPhoto(close, x, y) &&
      likelihood(close, 'hair', x, y) < 0.4 &&
      likelihood(close, 'clothes', x, y) < 0.5 &&
      likelihood(close, 'other', x, y) < 0.4
    );
  });
  const sample = sampleColour(close, skin, 25);
  if (sample === undefined) return undefined;
  return { ...sample, rough: Math.sqrt(skin.reduce((sum, i) => sum + fine[i] ** 2, 0) / skin.length) };
}

const cueOf = (zone: Zone | undefined, cheek: Zone): BeardCue | undefined =>
  zone && {
    dark: (cheek.lab[0] - zone.lab[0]) / Math.max(25, cheek.lab[0]),
    pale: (cheek.chroma - zone.chroma) / Math.max(10, cheek.chroma),
    rough: (zone.rough * 60) / Math.max(30, zone.lab[0] + 15),
  };

const meanCheek = ([one, other]: readonly Zone[]): Zone => ({
  ...one,
  lab: [(one.lab[0] + other.lab[0]) / 2, one.lab[1], one.lab[2]],
  chroma: (one.chroma + other.chroma) / 2,
  rough: Math.min(one.rough, other.rough),
});

/** A box under the chin; distances in head heights. */
function pixelsBelowChin(close: HeadCrop, from: number, to: number, half: number): number[] {
  const [x, y] = pointOf(close, CHIN);
  const at = (dx: number, dy: number): Point => [x + dx * close.headPx, y + dy * close.headPx];
  return pixelsIn([at(-half, from), at(half, from), at(half, to), at(-half, to)], 2);
}

const meanLikelihood = (close: HeadCrop, pixels: readonly number[]): number =>
  pixels.length === 0
    ? 0
    : pixels.reduce(
        (sum, pixel) => sum + likelihood(close, 'face', placeOf(pixel)[0], placeOf(pixel)[1]),
        0,
      ) / pixels.length;
