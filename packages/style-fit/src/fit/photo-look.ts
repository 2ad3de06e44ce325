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
import { ungraded, vignetteOf } from './ungraded.js';
import { paletteOf } from './palette.js';
import { rounded, roundedLab } from './rounded.js';
import type { StyleNames } from './style-of.js';

/** Colours with less chroma than this are greys that a grade has tinted; fewer than so many tell nothing. */
const GREY = { chroma: 10, count: 60 };
/** Colours nearer than this to an example's backdrop may be the backdrop, whose own colour is no tint. */
const NEAR_GROUND = 9;
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
  const grade = gradeOf(examples, measures);
  return {
    version: 1,
    ...names,
    description: `A portrait in the look of ${examples.length} example photos.`,
    platforms: [],
    context,
    framing: framingOf(examples),
    background: backdropOf(examples, measures, grade),
    rendering: { ...rendering, grade },
    minLikeness,
  };
}

function gradeOf(examples: readonly Descriptor[], { tone, chroma }: Measures): GradeParameters {
  const colours = examples.flatMap(({ samples, ground }) =>
    samples.subject.filter(
      (colour) =>
        distance(colour, ground.colour) > NEAR_GROUND && distance(colour, ground.corners) > NEAR_GROUND,
    ),
  );
  const isGrey = chroma[3] < MONOCHROME;
  const blackPoint = rounded(clamp(tone[1] - 2, 0, 20), 1);
  const tint = (low: number, high: number): ColourShift =>
    tintOf(
      colours.filter(
        ([L, a, b]) => L >= low && L < high && Math.hypot(a, b) < (isGrey ? Infinity : GREY.chroma),
      ),
    );
  const midtones = tint(TONES.shadows, TONES.highlights);
  const grain = median(examples.flatMap(({ texture }) => texture.map(({ energy }) => energy)));
  return {
    monochrome: isGrey ? 1 : 0,
    redFilter: 0,
    saturation: isGrey ? 1 : rounded(clamp(chroma[1] / USUAL_CHROMA, 0.7, 1.25), 2),
    tint: {
      shadows: tint(0, TONES.shadows),
      midtones: isGrey ? midtones : withoutSkin(midtones),
      highlights: tint(TONES.highlights, 101),
    },
    contrast: rounded(clamp((tone[18] - tone[2]) / USUAL_RANGE - 0.75, 0, 0.5), 2),
    blackPoint,
    whitePoint: rounded(clamp(tone[20], 80, 100), 1),
    vignette: vignetteOf(examples, blackPoint),
    glow: { strength: 0, threshold: 60, reach: 0.02 },
    grain: rounded(clamp(GRAIN.gain * (grain - GRAIN.none), 0, GRAIN.most), 2),
  };
}

const distance = (one: Lab, other: Lab): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

/** Grey skin in the shade is the most of what is grey in the midtones, in photos without a grade too. */
const SKIN_IN_SHADE: ColourShift = { a: 2.4, b: 2 };

const withoutSkin = ({ a, b }: ColourShift): ColourShift => ({
  a: rounded(a > 0 ? Math.max(0, a - SKIN_IN_SHADE.a) : a, 1),
  b: rounded(b > 0 ? Math.max(0, b - SKIN_IN_SHADE.b) : b, 1),
});

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
  grade: GradeParameters,
): Style['background'] {
  if (groundPlain < BACKDROP.plain) return { token: 'original_blur', palette: 'neutral_grey' };
  const [{ colour }] = paletteOf(
    examples.map(({ ground }) => ground.colour),
    Math.max(1, Math.min(3, Math.floor(examples.length / 8))),
  );
  const hex = (lab: Lab) => hexColour(labToRgb(...roundedLab(lab)));
  const [L, a, b] = ungraded(colour, grade);
  // Its border is darkened by a lamp or by a vignette, not by both.
  if (grade.vignette > 0 || groundSpread < BACKDROP.flat)
    return { token: hex([L, a, b]), palette: 'neutral_grey' };
  return { token: 'studio_light', palette: `${hex([L, a, b])},${hex([L * BACKDROP.edge, a, b])}` };
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
