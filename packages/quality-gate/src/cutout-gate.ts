import { headCover, headWholeness, WHOLE_HEAD } from '@avatar/face';
import { createPlane } from '@avatar/image';
import {
  defineStage,
  type AlignedFace,
  type Cutout,
  type CutoutReport,
  type Matte,
  type Stage,
} from '@avatar/stage';

const DIGITS = 3;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** Of a person who touches others along one height of the head above the shoulders, half is trusted; of twice that, nothing. */
const DISTRUST_A_HEAD = 0.5;

/**
 * Compares a cut-out with the head that the face mesh implies, and counts how much of it is one model's word alone: a
 * person whom the model of the edge did not see has the outline of the coarse one, which is none to show. Nor has one
 * who touches others all around the head.
 */
export function reportCutout(
  { landmarks, inside }: AlignedFace,
  { alpha }: Cutout,
  { confirmed = 1, seamHeads = 0 }: Pick<Matte, 'confirmed' | 'seamHeads'> = {},
): CutoutReport {
  const cover = headCover(alpha, landmarks, inside);
  const parted = Math.max(0, 1 - DISTRUST_A_HEAD * seamHeads);
  const parts: Record<string, number> = { confirmed: rounded(confirmed), parted: rounded(parted) };
  for (const [part, value] of Object.entries(cover) as [string, number | undefined][])
    if (value !== undefined) parts[part] = rounded(value);
  const wholeness = Math.min(headWholeness(cover), confirmed, parted);
  return { wholeness: rounded(wholeness), threshold: WHOLE_HEAD, parts };
}

const NOT_WHOLE =
  'Parts of the head could not be told from the background, so the photo keeps its own. Use a sharp photo with light on you and a plain background.';
const NOT_PARTED =
  'Other people touch the head and could not be told from it, so the photo keeps its background. Use a photo of you alone.';

/**
 * Nothing is cut out: the person keeps what is behind them in the photo, whose border goes on where the square leaves
 * it.
 */
const uncut = ({ crop }: AlignedFace): Cutout => ({
  foreground: crop,
  alpha: createPlane(crop.width, crop.height, 1),
});

/**
 * Trusts no cut-out alone: one that lost a part of the head or the neck, or may have parts of other people, is replaced by the photo as it is,
 * with the warning `cutout-incomplete`. `qualityGate` sends the avatar to `review` then.
 *
 * Reads `face`, `cutout` and `matte`, writes `cutout` and `cutoutReport`.
 */
export function cutoutGate(): Stage<'face' | 'cutout' | 'matte', 'cutout' | 'cutoutReport'> {
  return defineStage({
    name: 'cutout-gate',
    reads: ['face', 'cutout', 'matte'],
    writes: ['cutout', 'cutoutReport'],
    run: async ({ face, cutout, matte }, context) => {
      context.signal.throwIfAborted();
      const cutoutReport = reportCutout(face, cutout, matte);
      const { wholeness, threshold } = cutoutReport;
      if (wholeness >= threshold) return { cutout, cutoutReport };
      context.warn({
        code: 'cutout-incomplete',
        message: cutoutReport.parts['parted'] < threshold ? NOT_PARTED : NOT_WHOLE,
        measured: wholeness,
        threshold,
      });
      return { cutout: uncut(face), cutoutReport };
    },
  });
}
