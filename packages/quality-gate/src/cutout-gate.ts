import { headCover, headWholeness, WHOLE_HEAD } from '@avatar/face';
import { boxBlur, createPlane, mapPlane, shortSide, smoothstep } from '@avatar/image';
import {
  defineStage,
  sameSize,
  type AlignedFace,
  type Cutout,
  type CutoutReport,
  type Matte,
  type Plane,
  type Stage,
  type Warning,
} from '@avatar/stage';
import { cutoutBorder } from './cutout-border.js';
import { rounded } from './rounded.js';

const DIGITS = 3;

/**
 * What halves the trust in a cut-out; twice as much leaves none. See the README of `quality-gate` for the photos that
 * these were found on.
 */
const HALF_TRUST = {
  /** Length along which the person touches others above the shoulders, in head heights. */
  seamHeads: 1,
  /** What no model decided around the head, in squares of its height. */
  undecided: 0.035,
  /** What a side of the photo cuts off inside the square, in head heights. */
  sliced: 0.22,
};
/** A person who stands as wide on the bottom of the square, in head heights, does not float; half as wide is the least. */
const STANDS = 0.6;

const trusted = (measured: number, half: number): number => Math.max(0, 1 - (WHOLE_HEAD * measured) / half);

type MatteDoubts = Pick<Matte, 'confirmed' | 'seamHeads' | 'undecided'>;

/**
 * Compares a cut-out with the head that the face mesh implies, and counts what else shows that it is none to use: an
 * outline that is the coarse model's word alone, other people all around, things that no model decided on, a bust that
 * floats or a shoulder that the photo cuts.
 */
export function reportCutout(
  face: AlignedFace,
  { alpha }: Cutout,
  { confirmed = 1, seamHeads = 0, undecided = 0 }: MatteDoubts = {},
): CutoutReport {
  const cover = headCover(alpha, face.landmarks, face.inside);
  const doubts = {
    confirmed,
    parted: trusted(seamHeads, HALF_TRUST.seamHeads),
    decided: trusted(undecided, HALF_TRUST.undecided),
    ...framed(face, alpha),
  };
  const parts: Record<string, number> = {};
  for (const [part, value] of Object.entries<number | undefined>({ ...doubts, ...cover }))
    if (value !== undefined) parts[part] = rounded(value, DIGITS);
  const wholeness = Math.min(headWholeness(cover), ...Object.values(doubts));
  return { wholeness: rounded(wholeness, DIGITS), threshold: WHOLE_HEAD, parts };
}

/** How well the person meets the borders of picture and photo. */
function framed(face: AlignedFace, alpha: Plane): { readonly standing: number; readonly uncut: number } {
  const { standing, sliced } = cutoutBorder(face, alpha);
  return { standing: Math.min(1, standing / STANDS), uncut: trusted(sliced, HALF_TRUST.sliced) };
}

const isSquare = ({ crop }: AlignedFace): boolean => crop.width === crop.height;

const FADES: Omit<Warning, 'measured' | 'threshold'> = {
  code: 'cut-by-photo',
  message:
    'The photo cuts the shoulders or the chest inside the picture, so they fade out. Use a photo with more room around you, or a square picture.',
};

const NOT_WHOLE =
  'Parts of the head could not be told from the background, so the photo keeps its own. Use a sharp photo with light on you and a plain background.';
const NOT_PARTED =
  'Other people touch the head and could not be told from it, so the photo keeps its background. Use a photo of you alone.';
const NOT_FRAMED =
  'The photo cuts the shoulders or the chest, so it keeps its background. Use a photo with some room around you.';

function messageOn({ parts, threshold }: CutoutReport): string {
  if (parts['parted'] < threshold) return NOT_PARTED;
  return Math.min(parts['standing'], parts['uncut']) < threshold ? NOT_FRAMED : NOT_WHOLE;
}

/** How softly a photo that is kept as it is ends in a picture that is larger: reach of the blur, of the shorter side. */
const PHOTO_EDGE = 0.06;

/**
 * Nothing is cut out: the person keeps what is behind them in the photo. Its border goes on where a square leaves it; a
 * picture of another shape leaves it far, so there the photo fades out.
 */
function uncut(face: AlignedFace): Cutout {
  const { crop, inside } = face;
  if (isSquare(face)) return { foreground: crop, alpha: createPlane(crop.width, crop.height, 1) };
  const radius = Math.max(1, Math.round(PHOTO_EDGE * shortSide(crop)));
  const soft = boxBlur(boxBlur(inside, radius), radius);
  return {
    foreground: crop,
    alpha: mapPlane(soft, (value, i) => inside.data[i] * smoothstep(0.5, 1, value)),
  };
}

/** The person is whole, as far as the photo shows them. */
const onlyFades = ({
  parts: { standing: _stands, uncut: _whole, ...parts },
  threshold,
}: CutoutReport): boolean => Object.values(parts).every((share) => share >= threshold);

/**
 * Trusts no cut-out alone: one that lost a part of the head or the neck, floats, or may have parts of other people or
 * of the background, is replaced by the photo as it is, with the warning `cutout-incomplete`. `qualityGate` sends the
 * avatar to `review` then. In a picture that is no square a bust may fade out instead, with the warning `cut-by-photo`.
 *
 * Reads `face`, `cutout` and `matte`, writes `cutout` and `cutoutReport`.
 */
export function cutoutGate(): Stage<'face' | 'cutout' | 'matte', 'cutout' | 'cutoutReport'> {
  return defineStage({
    name: 'cutout-gate',
    reads: ['face', 'cutout', 'matte'],
    writes: ['cutout', 'cutoutReport'],
    agreements: [sameSize(['face', 'cutout'])],
    run: async ({ face, cutout, matte }, context) => {
      context.signal.throwIfAborted();
      const cutoutReport = reportCutout(face, cutout, matte);
      const { wholeness, threshold } = cutoutReport;
      if (wholeness >= threshold) return { cutout, cutoutReport };
      if (!isSquare(face) && onlyFades(cutoutReport)) {
        context.warn({ ...FADES, measured: wholeness, threshold });
        return { cutout, cutoutReport };
      }
      context.warn({
        code: 'cutout-incomplete',
        message: messageOn(cutoutReport),
        measured: wholeness,
        threshold,
      });
      return { cutout: uncut(face), cutoutReport };
    },
  });
}
