import { seededRandom } from '@avatar/image';
import type { Technique } from '@avatar/styles';
import type { Descriptor } from '../descriptor/descriptor.js';
import { centreOf, distance, featureVector } from './feature-vector.js';
import { measuresOf } from './measures.js';
import { bestTechnique, techniqueWeights } from './technique.js';

const DRAWS = 12;
const SEED = 77;
/** A resampled set this far from the whole one, in feature units, says nothing about it any more. */
const FAR = 1.2;

/**
 * How sure the figures are, in [0, 1]: sets of the same size are drawn from the examples with replacement (B. Efron,
 * "Bootstrap Methods", 1979); each counts by how near its centre is, and not at all if another hand would draw it.
 * @param technique the hand of the whole set; undefined for photos, which none draws
 */
export function confidenceOf(
  examples: readonly Descriptor[],
  technique: Technique | undefined,
  vectorOf = featureVector,
): number {
  const random = seededRandom(SEED);
  const vectors = examples.map(vectorOf);
  const centre = centreOf(vectors);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const places = examples.map(() => Math.floor(random() * examples.length));
    const isSame =
      technique === undefined ||
      bestTechnique(techniqueWeights(measuresOf(places.map((i) => examples[i])))) === technique;
    const away = distance(centreOf(places.map((i) => vectors[i])), centre);
    if (isSame) sum += Math.max(0, 1 - away / FAR);
  }
  return sum / DRAWS;
}
