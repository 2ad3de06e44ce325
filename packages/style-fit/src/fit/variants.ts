import { defineStyle, type FittedRendering, type Style } from '@avatar/styles';
import type { Descriptor } from '../descriptor/descriptor.js';
import { clustersOf, type Clusters } from './clusters.js';
import { coherenceOf } from './coherence.js';
import { featureVector } from './feature-vector.js';
import { styleOf, type StyleNames } from './style-of.js';

/** One of several styles in a set. */
export interface Variant {
  readonly style: Style<FittedRendering>;
  /** Examples that it was made of. */
  readonly used: number;
  readonly coherence: number;
}

/** Sets as alike as this are one style. */
const COHERENT = 0.55;
/** Parts that lie apart by this much are styles of their own. */
const APART = 0.3;
const MOST_PARTS = 3;
/** A style needs this many examples. */
const LEAST = 8;

/** Each style of a mixed set on its own, the largest first; empty for a set of one style. */
export function variantsOf(
  examples: readonly Descriptor[],
  given: number,
  names: StyleNames,
): readonly Variant[] {
  const vectors = examples.map(featureVector);
  if (coherenceOf(vectors) >= COHERENT) return [];
  let best: Clusters | undefined;
  for (let count = 2; count <= MOST_PARTS && count * LEAST <= examples.length; count++) {
    const clusters = clustersOf(vectors, count);
    const isBetter = clusters.silhouette > (best?.silhouette ?? APART);
    if (isBetter && clusters.parts.every((part) => part.length >= LEAST)) best = clusters;
  }
  return (best?.parts ?? []).map((part, k) => {
    const own = part.map((i) => examples[i]);
    const style = defineStyle(
      styleOf(own, given, { ...names, token: `${names.token}_${k + 1}`, label: `${names.label} ${k + 1}` }),
    );
    return { style, used: own.length, coherence: style.rendering.record.coherence };
  });
}
