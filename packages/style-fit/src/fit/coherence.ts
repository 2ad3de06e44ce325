import { mean, median } from '@avatar/image';
import { centreOf, distance, type FeatureVector } from './feature-vector.js';

/** Examples further out than this many deviations, and further than the least distance, belong to another style. */
const OUTLIER = { deviations: 2.5, least: 1 };
/** The deviation of a normal distribution in median absolute deviations. */
const NORMAL = 1.48;
/** The mean distance at which coherence has fallen to 1/e. */
const FALLOFF = 1.6;

/** Whether each example belongs to the others. */
export function belonging(vectors: readonly FeatureVector[]): boolean[] {
  const centre = centreOf(vectors);
  const distances = vectors.map((vector) => distance(vector, centre));
  const middle = median(distances);
  const deviation = NORMAL * median(distances.map((value) => Math.abs(value - middle)));
  const limit = Math.max(middle + OUTLIER.deviations * deviation, OUTLIER.least);
  return distances.map((value) => value <= limit);
}

/** How alike the examples are, in (0, 1]: 1 for copies of one picture. */
export function coherenceOf(vectors: readonly FeatureVector[]): number {
  const centre = centreOf(vectors);
  return Math.exp(-mean(vectors.map((vector) => distance(vector, centre))) / FALLOFF);
}
