import { createPlane, luma } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { planarPair, type Picture } from './picture.js';

const RADIUS_PX = 5;
const SIGMA_PX = 1.5;
/** (K1 L)² and (K2 L)² of the paper for values in [0, 1]. */
const LUMINANCE_FLOOR = 0.01 ** 2;
const CONTRAST_FLOOR = 0.03 ** 2;

/**
 * Mean structural similarity of the Rec. 601 luma: 1 for equal pictures, about 0 for unrelated ones, negative for
 * inverted structure. Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to
 * structural similarity", 2004, with its 11 x 11 Gaussian window; edges are replicated.
 */
export function structuralSimilarity(first: Picture, second: Picture): number {
  const [a, b] = planarPair(first, second).map(luma) as [Plane, Plane];
  const meanA = smooth(a);
  const meanB = smooth(b);
  const squareA = smooth(product(a, a));
  const squareB = smooth(product(b, b));
  const cross = smooth(product(a, b));
  let sum = 0;
  for (let i = 0; i < meanA.length; i++) {
    const muA = meanA[i];
    const muB = meanB[i];
    const covariance = cross[i] - muA * muB;
    const variances = squareA[i] - muA * muA + squareB[i] - muB * muB;
    sum +=
      ((2 * muA * muB + LUMINANCE_FLOOR) * (2 * covariance + CONTRAST_FLOOR)) /
      ((muA * muA + muB * muB + LUMINANCE_FLOOR) * (variances + CONTRAST_FLOOR));
  }
  return sum / meanA.length;
}

function product(a: Plane, b: Plane): Plane {
  const result = createPlane(a.width, a.height);
  for (let i = 0; i < result.data.length; i++) result.data[i] = a.data[i] * b.data[i];
  return result;
}

function smooth({ data, width, height }: Plane): Float32Array {
  const rows = slide(data, height, width, width, 1);
  return slide(rows, width, height, 1, width);
}

/** Gaussian along one axis: `lines` lines `lineStep` apart, each of `length` values `step` apart. */
function slide(
  data: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): Float32Array {
  const result = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let k = -RADIUS_PX; k <= RADIUS_PX; k++) {
        const clamped = Math.min(Math.max(at + k, 0), length - 1);
        sum += WINDOW[k + RADIUS_PX] * data[start + clamped * step];
      }
      result[start + at * step] = sum;
    }
  }
  return result;
}

const WINDOW = gaussianWindow();

function gaussianWindow(): readonly number[] {
  const weights = Array.from({ length: 2 * RADIUS_PX + 1 }, (_, index) =>
    Math.exp(-((index - RADIUS_PX) ** 2) / (2 * SIGMA_PX ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
