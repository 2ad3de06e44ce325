import type { FaceLandmarks } from '@avatar/stage';
import { partsAroundFace } from '../parts/parts-around-face.js';
import {
  likeliestPart,
  PERSON_PARTS,
  type PersonPart,
  type PersonPartLogits,
} from '../parts/person-parts.js';
import type { FaceRun } from './face-run.js';

/** The inner part of the face, where nothing else can be. */
const OVAL_SCALE = 0.85;

/** Pixels of the inner part of a face by what they show; the halves are above and below its middle, the eyes being above. */
export interface FaceParts {
  readonly upper: Readonly<Record<PersonPart, number>>;
  readonly lower: Readonly<Record<PersonPart, number>>;
}

/**
 * What a network for the parts of people sees in a face. Undefined where the network cannot be had: it is fetched on
 * first use.
 */
export async function faceParts(run: FaceRun, landmarks: FaceLandmarks): Promise<FaceParts | undefined> {
  const around = await partsAroundFace(run, landmarks);
  return around && countParts(around.logits, around.inOval(OVAL_SCALE));
}

/**
 * Share of the face, in [0, 1], that is taken for background. Of people in doubtful photos at most 0.01, also behind
 * masks; of animals that two other networks took for people 0.11 and more. 0 where the network cannot be had: the
 * word of the others stands without it.
 */
export async function backgroundInFace(run: FaceRun, landmarks: FaceLandmarks): Promise<number> {
  const parts = await faceParts(run, landmarks);
  return parts === undefined ? 0 : shareOfFace(parts, 'background');
}

/** Share of the whole, in [0, 1]. */
export function shareOfFace({ upper, lower }: FaceParts, part: PersonPart): number {
  const all = sumOf(upper) + sumOf(lower);
  return all === 0 ? 0 : (upper[part] + lower[part]) / all;
}

const sumOf = (counts: FaceParts['upper']): number =>
  PERSON_PARTS.reduce((sum, part) => sum + counts[part], 0);

/** Share of one half, in [0, 1]. */
export function shareOfHalf(half: FaceParts['upper'], ...parts: readonly PersonPart[]): number {
  const all = sumOf(half);
  return all === 0 ? 0 : parts.reduce((sum, part) => sum + half[part], 0) / all;
}

function countParts(logits: PersonPartLogits, oval: Float32Array): FaceParts {
  const none = () => Object.fromEntries(PERSON_PARTS.map((part) => [part, 0])) as Record<PersonPart, number>;
  const halves = { upper: none(), lower: none() };
  // The square is centred on the face.
  const middle = oval.length / 2;
  for (let i = 0; i < oval.length; i++)
    if (oval[i] >= 0.5) halves[i < middle ? 'upper' : 'lower'][likeliestPart(logits, i)]++;
  return halves;
}
