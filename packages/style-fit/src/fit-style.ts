import { AvatarError, type PhotoSource, type StageContext } from '@avatar/stage';
import { defineStyle, type FittedRendering, type PhotoRendering, type Style } from '@avatar/styles';
import type { Descriptor } from './descriptor/descriptor.js';
import { confidenceOf } from './fit/bootstrap.js';
import { belonging, coherenceOf } from './fit/coherence.js';
import { featureVector } from './fit/feature-vector.js';
import { measuresOf } from './fit/measures.js';
import { arePhotos, photoLookOf } from './fit/photo-look.js';
import { rounded } from './fit/rounded.js';
import { EXTRACTOR_VERSION, styleOf, type StyleNames } from './fit/style-of.js';
import { bestTechnique, techniqueWeights, type TechniqueWeights } from './fit/technique.js';
import { variantsOf, type Variant } from './fit/variants.js';
import { checkOptions, EXAMPLES, type FitOptions } from './options.js';
import { readExample, type ReadExample } from './read-example.js';
import { incoherent, tooFew, tooMany, unsafe } from './refusals.js';

/** Why an example is no part of the style. */
export interface LeftOut {
  /** Of the example in the list that was given. */
  readonly index: number;
  /** `different`: unlike the others. Otherwise what reading it said, such as `not-an-image` or `too-small`. */
  readonly reason: string;
}

/** What was understood of the examples, for whoever gave them. */
export interface FitReport {
  readonly examples: number;
  readonly used: number;
  readonly leftOut: readonly LeftOut[];
  /** How alike the examples are, in [0, 1]; below 0.55 a preview should be looked at. */
  readonly coherence: number;
  /** How sure the figures are, in [0, 1]. */
  readonly confidence: number;
  /** Photos become a photographic style, everything else one that is drawn. */
  readonly examplesAre: 'drawn' | 'photos';
  /** How well each hand fits; they add up to 1. Photos are drawn by none. */
  readonly techniques: TechniqueWeights;
  /** Examples in which a face was found. */
  readonly faces: number;
  readonly extractor: number;
}

export interface FittedStyle {
  /** An ordinary style: for `createAvatarGenerator({ styles })`, and as JSON a style file. */
  readonly style: Style<FittedRendering> | Style<PhotoRendering>;
  readonly report: FitReport;
  /** Where the examples are of several styles: each on its own, the largest first. Empty otherwise. */
  readonly variants: readonly Variant[];
}

/** Below this the examples have nothing in common. */
const INCOHERENT = 0.3;

/**
 * Measures 50 to 200 pictures of one style, and gives a style that draws people as they are drawn. Examples that cannot be
 * read, and those unlike all others, are left out and reported.
 *
 * Deterministic: the same pictures give the same style, in any order, on any machine.
 * @throws AvatarError `invalid-options`; `input-rejected` with reason `too-few-examples`, `too-many-examples`,
 *   `incoherent-examples` or `content-policy`; `model-unavailable`, `inference-failed`
 */
export async function fitStyle(examples: readonly PhotoSource[], options: FitOptions): Promise<FittedStyle> {
  const least = checkOptions(examples, options);
  const given = examples.length;
  if (given > EXAMPLES.most) throw tooMany(given);
  if (given < least) throw tooFew(given, given, least);
  const { read, unreadable } = await readAll(examples, options);
  const explicit = read.filter(({ isExplicit }) => isExplicit).length;
  if (explicit > 0) throw unsafe(explicit);
  if (read.length < least) throw tooFew(read.length, given, least);
  return fitDescriptors(read, unreadable, given, options);
}

const namesOf = ({ token, label, creator, licence }: FitOptions): StyleNames => ({
  token,
  label: label ?? token.replaceAll('_', ' '),
  creator: creator ?? 'unknown',
  licence: licence ?? 'LicenseRef-own',
});

interface Indexed extends ReadExample {
  readonly index: number;
}

/** One after the other: the memory is that of one picture. */
async function readAll(examples: readonly PhotoSource[], { models, signal, onProgress }: FitOptions) {
  const context: StageContext = {
    signal: signal ?? new AbortController().signal,
    seed: 0,
    intensity: 1,
    attempt: 0,
    warn: () => undefined,
    useModel: () => undefined,
    usedModels: () => [],
  };
  const read: Indexed[] = [];
  const unreadable: LeftOut[] = [];
  for (const [index, source] of examples.entries()) {
    context.signal.throwIfAborted();
    try {
      read.push({ index, ...(await readExample(source, models, context)) });
    } catch (error) {
      if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
      unreadable.push({ index, reason: error.reason ?? error.code });
    }
    onProgress?.({ done: index + 1, of: examples.length });
  }
  return { read, unreadable };
}

/** Examples in an order of their own, so that the order of files does not matter. */
function inOrder(examples: readonly Indexed[]): Indexed[] {
  const keyed = examples.map((example) => ({ example, key: featureVector(example.descriptor) }));
  return keyed
    .sort((one, other) => {
      const axis = one.key.findIndex((value, i) => value !== other.key[i]);
      return axis < 0 ? 0 : one.key[axis] - other.key[axis];
    })
    .map(({ example }) => example);
}

function fitDescriptors(
  read: readonly Indexed[],
  unreadable: readonly LeftOut[],
  given: number,
  options: FitOptions,
): FittedStyle {
  const names = namesOf(options);
  const sorted = inOrder(read);
  const belongs = belonging(sorted.map(({ descriptor }) => featureVector(descriptor)));
  const kept = sorted.filter((_, i) => belongs[i]);
  const different = sorted.filter((_, i) => !belongs[i]).map(({ index }) => ({ index, reason: 'different' }));
  const descriptors = kept.map(({ descriptor }) => descriptor);
  const measures = measuresOf(descriptors);
  const { examplesAre = 'auto' } = options;
  const isPhotos =
    examplesAre === 'photos' ||
    (examplesAre === 'auto' &&
      arePhotos(
        kept.map(({ drawn }) => drawn),
        measures,
      ));
  const variants = isPhotos ? [] : variantsOf(descriptors, given, names);
  const coherence = coherenceOf(descriptors.map(featureVector));
  if (coherence < INCOHERENT && variants.length === 0) throw incoherent(coherence);
  const techniques = techniqueWeights(measures);
  return {
    style: isPhotos
      ? defineStyle<PhotoRendering>(photoLookOf(descriptors, names))
      : defineStyle<FittedRendering>(styleOf(descriptors, given, names)),
    report: {
      examples: given,
      used: kept.length,
      leftOut: [...unreadable, ...different].sort((one, other) => one.index - other.index),
      coherence: rounded(coherence, 3),
      confidence: rounded(confidenceOf(descriptors, bestTechnique(techniques)), 3),
      examplesAre: isPhotos ? 'photos' : 'drawn',
      techniques,
      faces: facesIn(descriptors),
      extractor: EXTRACTOR_VERSION,
    },
    variants,
  };
}

const facesIn = (descriptors: readonly Descriptor[]): number =>
  descriptors.filter(({ skin }) => skin !== undefined).length;
