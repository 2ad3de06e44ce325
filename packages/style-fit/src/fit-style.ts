import { AvatarError, type PhotoSource } from '@avatar/stage';
import {
  defineStyle,
  type FittedRendering,
  type MeasuredChecks,
  type PhotoRendering,
  type Style,
} from '@avatar/styles';
import type { Descriptor } from './descriptor/descriptor.js';
import { confidenceOf } from './fit/bootstrap.js';
import { belonging, coherenceOf } from './fit/coherence.js';
import { featureVector, lookVector } from './fit/feature-vector.js';
import { measuresOf } from './fit/measures.js';
import { arePhotos, photoLookOf } from './fit/photo-look.js';
import { rounded } from './fit/rounded.js';
import { EXTRACTOR_VERSION, styleOf, type StyleNames } from './fit/style-of.js';
import { bestTechnique, techniqueWeights, type TechniqueWeights } from './fit/technique.js';
import { variantsOf, type Variant } from './fit/variants.js';
import {
  measureExample,
  type MeasuredExample,
  type Measurement,
  type MeasureOptions,
} from './measure-example.js';
import { checkOptions, EXAMPLES, type FitMeasuredOptions, type FitOptions } from './options.js';
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
  /** How the style's avatars look to the quality gate; only after `withMeasuredChecks`. */
  readonly checks?: MeasuredChecks;
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
  const { models, signal, onProgress, ...names } = options;
  const least = checkOptions(examples, options);
  checkCount(examples.length, least);
  // One after the other: the memory is that of one picture.
  const measured: Measurement[] = [];
  for (const source of examples) {
    signal?.throwIfAborted();
    measured.push(await measuredOrNot(source, { models, signal }));
    onProgress?.({ done: measured.length, of: examples.length });
  }
  return fitMeasured(measured, names);
}

async function measuredOrNot(source: PhotoSource, options: MeasureOptions): Promise<Measurement> {
  try {
    return await measureExample(source, options);
  } catch (error) {
    if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    return { unusable: error.reason ?? error.code };
  }
}

/**
 * The second half of `fitStyle`, for examples that were measured elsewhere, such as one by one in other processes. Loads
 * no model.
 * @param examples in the order in which they were given, those that could not be used among them
 * @throws AvatarError as `fitStyle`, but for the models
 */
export function fitMeasured(examples: readonly Measurement[], options: FitMeasuredOptions): FittedStyle {
  const least = checkOptions(examples, options);
  const given = examples.length;
  checkCount(given, least);
  const read: Indexed[] = [];
  const unreadable: LeftOut[] = [];
  for (const [index, example] of examples.entries())
    if ('unusable' in example) unreadable.push({ index, reason: example.unusable });
    else read.push({ index, ...example });
  const explicit = read.filter(({ isExplicit }) => isExplicit).length;
  if (explicit > 0) throw unsafe(explicit);
  if (read.length < least) throw tooFew(read.length, given, least);
  return fitDescriptors(read, unreadable, given, options);
}

function checkCount(given: number, least: number): void {
  if (given > EXAMPLES.most) throw tooMany(given);
  if (given < least) throw tooFew(given, given, least);
}

const namesOf = ({ token, label, creator, licence }: FitMeasuredOptions): StyleNames => ({
  token,
  label: label ?? token.replaceAll('_', ' '),
  creator: creator ?? 'unknown',
  licence: licence ?? 'LicenseRef-own',
});

interface Indexed extends MeasuredExample {
  readonly index: number;
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
  options: FitMeasuredOptions,
): FittedStyle {
  const names = namesOf(options);
  const sorted = inOrder(read);
  const { examplesAre = 'auto' } = options;
  const isPhotos =
    examplesAre === 'photos' ||
    (examplesAre === 'auto' &&
      arePhotos(
        sorted.map(({ drawn }) => drawn),
        measuresOf(sorted.map(({ descriptor }) => descriptor)),
      ));
  const vectorOf = isPhotos ? lookVector : featureVector;
  const belongs = belonging(sorted.map(({ descriptor }) => vectorOf(descriptor)));
  const kept = sorted.filter((_, i) => belongs[i]);
  const different = sorted.filter((_, i) => !belongs[i]).map(({ index }) => ({ index, reason: 'different' }));
  const descriptors = kept.map(({ descriptor }) => descriptor);
  const variants = isPhotos ? [] : variantsOf(descriptors, given, names);
  const coherence = coherenceOf(descriptors.map(vectorOf));
  if (coherence < INCOHERENT && variants.length === 0) throw incoherent(coherence);
  const techniques = techniqueWeights(measuresOf(descriptors));
  return {
    style: isPhotos
      ? defineStyle<PhotoRendering>(photoLookOf(descriptors, names))
      : defineStyle<FittedRendering>(styleOf(descriptors, given, names)),
    report: {
      examples: given,
      used: kept.length,
      leftOut: [...unreadable, ...different].sort((one, other) => one.index - other.index),
      coherence: rounded(coherence, 3),
      confidence: rounded(
        confidenceOf(descriptors, isPhotos ? undefined : bestTechnique(techniques), vectorOf),
        3,
      ),
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
