import { median } from '@avatar/image';
import type { Descriptor } from '../descriptor/descriptor.js';

/** A descriptor as figures that weigh the same: 1 is what pictures of one set usually differ by. */
export type FeatureVector = readonly number[];

export const featureVector = ({ tone, colours, bands, flat, lines, ground }: Descriptor): FeatureVector => [
  tone[2] / 12,
  tone[10] / 14,
  tone[18] / 12,
  colours.chroma[1] / 6,
  colours.chroma[3] / 8,
  colours.hues[2] / 6,
  Math.log(bands[0] + 0.2) / 0.35,
  Math.log(bands[2] + 0.3) / 0.35,
  Math.log(bands[4] + 0.5) / 0.35,
  flat / 0.18,
  lines.density / 0.08,
  lines.hatching / 0.15,
  ground.colour[0] / 14,
  ground.colour[1] / 6,
  ground.colour[2] / 7,
];

/** More chroma than this tells of people's clothes and hair, not of the look. */
const IN_COLOUR = 12;

/**
 * What photos of one look share: the backdrop in their corners, finest grain, and whether they are in colour. Tones and hues of the whole picture
 * are those of the people, and nobody is left out for their skin or hair.
 */
export const lookVector = ({ colours, bands, ground }: Descriptor): FeatureVector => [
  Math.min(colours.chroma[3], IN_COLOUR) / 4,
  Math.log(bands[0] + 0.2) / 0.35,
  ground.corners[0] / 14,
  ground.corners[1] / 6,
  ground.corners[2] / 7,
];

/** Root mean square of the differences. */
export function distance(one: FeatureVector, other: FeatureVector): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] - other[i]) ** 2;
  return Math.sqrt(sum / one.length);
}

/** The median of every figure. */
export const centreOf = (vectors: readonly FeatureVector[]): FeatureVector =>
  vectors[0].map((_, i) => median(vectors.map((vector) => vector[i])));
