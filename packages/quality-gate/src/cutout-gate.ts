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

/**
 * Compares a cut-out with the head that the face mesh implies, and counts how much of it is one model's word alone: a
 * person whom the model of the edge did not see has the outline of the coarse one, which is none to show.
 */
export function reportCutout(
  { landmarks, inside }: AlignedFace,
  { alpha }: Cutout,
  { confirmed = 1 }: Pick<Matte, 'confirmed'> = {},
): CutoutReport {
  const cover = headCover(alpha, landmarks, inside);
  const parts: Record<string, number> = { confirmed: rounded(confirmed) };
  for (const [part, value] of Object.entries(cover) as [string, number | undefined][])
    if (value !== undefined) parts[part] = rounded(value);
  const wholeness = Math.min(headWholeness(cover), confirmed);
  return { wholeness: rounded(wholeness), threshold: WHOLE_HEAD, parts };
}

/**
 * Nothing is cut out: the person keeps what is behind them in the photo, whose border goes on where the square leaves
 * it.
 */
const uncut = ({ crop }: AlignedFace): Cutout => ({
  foreground: crop,
  alpha: createPlane(crop.width, crop.height, 1),
});

/**
 * Trusts no cut-out alone: one that lost a part of the head, the neck or the chest is replaced by the photo as it is,
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
        message:
          'Parts of the head could not be told from the background, so the photo keeps its own. Use a sharp photo with light on you and a plain background.',
        measured: wholeness,
        threshold,
      });
      return { cutout: uncut(face), cutoutReport };
    },
  });
}
