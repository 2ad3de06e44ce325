import { clamp, hexColour, labToRgb, mean, median, type Lab } from '@avatar/image';
import {
  corporateHeadshot,
  type ColourShift,
  type GradeParameters,
  type PhotoRendering,
  type Style,
} from '@avatar/styles';
import type { Descriptor } from '../descriptor/descriptor.js';
import { measuresOf, type Measures } from './measures.js';
import { paletteOf } from './palette.js';
import { rounded, roundedLab } from './rounded.js';
import type { StyleNames } from './style-of.js';

/** Colours with less chroma than this are greys that a grade has tinted; fewer than so many tell nothing. */
const GREY = { chroma: 10, count: 60 };
/** L between which tones are shadows, midtones and highlights. */
const TONES = { shadows: 33, highlights: 66 };
const MOST_TINT = 6;
/** Chroma at 90 % below which a set is black and white, and what photos usually have at 50 %. */
const MONOCHROME = 5;
const USUAL_CHROMA = 11;
/** Difference of the lightest and darkest tenth of usual photos, in L. */
const USUAL_RANGE = 62;
/** Share of the ground that is plain from where on it is a backdrop, and its spread in L up to which it is one colour. */
const BACKDROP = { plain: 0.5, flat: 6, edge: 0.72 };
/** Grain of film for the energy of bare texture in L; what sensors and JPEG leave does not count. */
const GRAIN = { none: 0.9, gain: 1.3, most: 4 };

/** Photographs in one look: their tones, tints, backdrop, grain and framing, on our own light and retouching. */
export function photoLookOf(examples: readonly Descriptor[], names: StyleNames): Style<PhotoRendering> {
  const measures = measuresOf(examples);
  const { rendering, context, minLikeness } = corporateHeadshot;
  return {
    version: 1,
    ...names,
    description: `A portrait in the look of ${examples.length} example photos.`,
    platforms: [],
    context,
    framing: framingOf(examples),
    background: backdropOf(examples, measures),
    rendering: { ...rendering, grade: gradeOf(examples, measures) },
    minLikeness,
  };
}

function gradeOf(examples: readonly Descriptor[], { tone, chroma }: Measures): GradeParameters {
  const colours = examples.flatMap(({ samples }) => samples.anywhere);
  const isGrey = chroma[3] < MONOCHROME;
  const tint = (low: number, high: number): ColourShift =>
    tintOf(
      colours.filter(
        ([L, a, b]) => L >= low && L < high && Math.hypot(a, b) < (isGrey ? Infinity : GREY.chroma),
      ),
    );
  const grain = median(examples.flatMap(({ texture }) => texture.map(({ energy }) => energy)));
  return {
    monochrome: isGrey ? 1 : 0,
    redFilter: 0,
    saturation: isGrey ? 1 : rounded(clamp(chroma[1] / USUAL_CHROMA, 0.7, 1.25), 2),
    tint: {
      shadows: tint(0, TONES.shadows),
      midtones: tint(TONES.shadows, TONES.highlights),
      highlights: tint(TONES.highlights, 101),
    },
    contrast: rounded(clamp((tone[18] - tone[2]) / USUAL_RANGE - 0.75, 0, 0.5), 2),
    blackPoint: rounded(clamp(tone[1] - 2, 0, 20), 1),
    whitePoint: rounded(clamp(tone[20], 80, 100), 1),
    vignette: 0,
    glow: { strength: 0, threshold: 60, reach: 0.02 },
    grain: rounded(clamp(GRAIN.gain * (grain - GRAIN.none), 0, GRAIN.most), 2),
  };
}

/** The colour that greys of one tone have in common. */
function tintOf(greys: readonly Lab[]): ColourShift {
  if (greys.length < GREY.count) return { a: 0, b: 0 };
  const shift = (axis: 1 | 2) =>
    rounded(clamp(median(greys.map((colour) => colour[axis])), -MOST_TINT, MOST_TINT), 1);
  return { a: shift(1), b: shift(2) };
}

function backdropOf(
  examples: readonly Descriptor[],
  { groundPlain, groundSpread }: Measures,
): Style['background'] {
  if (groundPlain < BACKDROP.plain) return { token: 'original_blur', palette: 'neutral_grey' };
  const [{ colour }] = paletteOf(
    examples.map(({ ground }) => ground.colour),
    Math.max(1, Math.min(3, Math.floor(examples.length / 8))),
  );
  const hex = (lab: Lab) => hexColour(labToRgb(...roundedLab(lab)));
  if (groundSpread < BACKDROP.flat) return { token: hex(colour), palette: 'neutral_grey' };
  const [L, a, b] = colour;
  return { token: 'studio_light', palette: `${hex(colour)},${hex([L * BACKDROP.edge, a, b])}` };
}

function framingOf(examples: readonly Descriptor[]): Style['framing'] {
  const framings = examples.flatMap(({ framing }) => framing ?? []);
  if (framings.length === 0) return corporateHeadshot.framing;
  const of = (key: 'headHeight' | 'eyeLine') => median(framings.map((framing) => framing[key]));
  return {
    headHeight: rounded(clamp(of('headHeight'), 0.36, 0.72), 3),
    eyeLine: rounded(clamp(of('eyeLine'), 0.34, 0.5), 3),
    minHeadroom: corporateHeadshot.framing.minHeadroom,
  };
}

/** Mean probability of a drawing below which a set is of photos, and the share that show a clear face. */
const PHOTOGRAPHIC = { drawn: 0.25, faces: 0.8 };

/**
 * Whether examples are photographs.
 * @param drawn probability of each that it is drawn or painted, in [0, 1]
 */
export const arePhotos = (drawn: readonly number[], { faces }: Measures): boolean =>
  mean(drawn) < PHOTOGRAPHIC.drawn && faces >= PHOTOGRAPHIC.faces;
