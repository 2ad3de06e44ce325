import { clamp, median, type Lab } from '@avatar/image';
import type { GradeParameters } from '@avatar/styles';
import type { Descriptor } from '../descriptor/descriptor.js';
import { rounded } from './rounded.js';

/** Shares of a vignette's strength that upper corners, the places beside the head and the ring of ground lose. */
const CORNER_FALL = 0.65;
const BESIDE_FALL = 0.16;
const GROUND_FALL = 0.27;
/** Weaker ones are unevenness of the light; none is stronger. */
const VIGNETTE = { least: 0.06, most: 0.6 };
/** Examples whose corners can be compared: with fewer nothing is known. */
const LEAST_CORNERS = 0.3;
/** L of the skin, around which contrast turns, and the tones that take no tint of midtones. */
const SKIN = 58;

/**
 * Share of the lightness that the corners lose, from how much darker they are than the backdrop beside the head.
 * @param black L of black in the examples: a faded print is darkened before it fades
 */
export function vignetteOf(examples: readonly Descriptor[], black: number): number {
  const corners = examples.flatMap(
    ({
      ground: {
        darkening,
        corners: [L],
      },
    }) =>
      darkening === undefined || L <= black ? [] : [(L - black) / Math.max(L - black, L / darkening - black)],
  );
  if (corners.length < LEAST_CORNERS * examples.length) return 0;
  const ratio = Math.min(1, median(corners));
  const strength = (1 - ratio) / (CORNER_FALL - ratio * BESIDE_FALL);
  return strength < VIGNETTE.least ? 0 : rounded(clamp(strength, 0, VIGNETTE.most), 2);
}

/** The colour of a backdrop that the grade turns into `colour`, so that it is not graded twice. */
export function ungraded([L, a, b]: Lab, grade: GradeParameters): Lab {
  const { blackPoint, whitePoint, contrast, saturation, tint, vignette } = grade;
  const wanted = clamp((L - blackPoint) / (whitePoint - blackPoint));
  // The curve of the grade is x + 2k x (1 - x) (x - pivot); a few rounds turn it around.
  let x = wanted;
  for (let round = 0; round < 6; round++) x = clamp(wanted - 2 * contrast * x * (1 - x) * (x - SKIN / 100));
  const highlight = clamp((100 * x - 50) / 40);
  const shadow = clamp((48 - 100 * x) / 40);
  const shift = (axis: 'a' | 'b') =>
    tint.highlights[axis] * highlight +
    tint.shadows[axis] * shadow +
    tint.midtones[axis] * (1 - highlight - shadow);
  const chroma = Math.max(0.3, saturation);
  return [
    clamp((100 * x) / (1 - GROUND_FALL * vignette), 0, 100),
    (a - shift('a')) / chroma,
    (b - shift('b')) / chroma,
  ];
}
