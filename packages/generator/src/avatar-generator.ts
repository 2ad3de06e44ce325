import {
  blazeFace,
  cosineSimilarity,
  embeddingModelIds,
  LIKENESS_CALIBRATION,
  likenessScore,
  sfaceEmbedder,
  type LikenessCalibration,
} from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import { createModelHub, type OnnxHubOptions } from '@avatar/onnx';
import { AvatarError, knownOptions, type Closeable, type FaceEmbedding } from '@avatar/stage';
import { corporateHeadshot, createCatalogue } from '@avatar/styles';
import { modelIdsOf } from './avatar-pipeline.js';
import type { CharacterAvatarResult, PhotoAvatarResult } from './avatar-result.js';
import { animateAvatar } from './character/animate-avatar.js';
import type { AnimationOptions, CharacterAnimationResult } from './character/animation-options.js';
import { drawAvatar } from './character/draw-avatar.js';
import { measureCharacter, type MeasuredCharacter } from './character/measure-character.js';
import type { DrawOptions } from './character/draw-options.js';
import { modelAvatar } from './character/model-avatar.js';
import type { CharacterModelResult, ModelOptions } from './character/model-options.js';
import type { CharacterInput } from './character/read-person.js';
import { embedPhoto } from './embed-photo.js';
import { checkEngines } from './engine/engines.js';
import { generateAvatar } from './generate-avatar.js';
import { LastPipeline } from './last-pipeline.js';
import type { GenerateOptions, GeneratorOptions } from './options.js';
import type { PhotoAnalysis } from './photo-analysis.js';
import { photoSource, type PhotoInput } from './photo-source.js';
import { validatePhoto } from './validate-photo.js';

export interface RunControl {
  readonly signal?: AbortSignal | undefined;
}

/** How alike the dominant faces of two photos are. */
export interface Comparison {
  /** Cosine similarity of the embeddings in [-1, 1]. */
  readonly cosine: number;
  /** Calibrated likeness in [0, 1]. */
  readonly likenessScore: number;
}

/**
 * Photos or words in, avatars out. Runs share the loaded models and nothing else: a photo and what is made of it live
 * in memory for one call. `close()` gives back the models of its own; a hub that it was given stays open.
 *
 * Every method throws AvatarError: `input-rejected` for a photo or words that cannot be used (`publicMessage` says why),
 * `model-unavailable`, `inference-failed`, `stage-failed`, `invalid-options`; and the signal's reason once it is aborted.
 */
export interface AvatarGenerator extends Closeable {
  /** Makes one avatar. */
  generate(photo: PhotoInput, options?: GenerateOptions): Promise<PhotoAvatarResult>;
  /**
   * Draws a person from words, from words with the fields of a form, or from a character. No model is loaded. Words
   * that the content policy refuses are `input-rejected` with reason `content-policy`, before any work.
   */
  draw(who: CharacterInput, options?: DrawOptions): Promise<CharacterAvatarResult>;
  /** The same person as a 3-D bust that other programs load: `{ format: 'glb' }` or `{ format: 'vrm' }`. */
  draw(who: CharacterInput, options: ModelOptions): Promise<CharacterModelResult>;
  /** The same person in motion, as an animated WebP or PNG: `{ animate: 'wave' }`. */
  draw(who: CharacterInput, options: AnimationOptions): Promise<CharacterAnimationResult>;
  /**
   * Measures the person in a photo, or in up to 16 photos of the same person, as a character for `draw`: numbers and
   * colours are the median of the photos, words their vote. Nobody's gender or ethnicity is estimated.
   */
  measure(photos: PhotoInput | readonly PhotoInput[], control?: RunControl): Promise<MeasuredCharacter>;
  /**
   * Judges a photo before anything is made of it, and says whether `generate` would refuse it. No face is a `refusal`
   * in the result here, not an error; a file that cannot be read is an error.
   */
  validate(photo: PhotoInput, control?: RunControl): Promise<PhotoAnalysis>;
  /** Compares the dominant faces of two photos. */
  compare(first: PhotoInput, second: PhotoInput, control?: RunControl): Promise<Comparison>;
  /** Identity of the dominant face, for many comparisons. Keep it in memory; do not store or log it. */
  embed(photo: PhotoInput, control?: RunControl): Promise<FaceEmbedding>;
  /**
   * Loads the models of photographic styles and those that styles of your own name, fetching them if need be, and runs each
   * once. A network that a style brings is loaded on its first use.
   */
  warmUp(control?: RunControl): Promise<void>;
}

/** Creates a generator. Nothing is loaded or fetched until it is used. @throws AvatarError `invalid-options` */
export function createAvatarGenerator(options: GeneratorOptions = {}): AvatarGenerator {
  knownOptions('createAvatarGenerator', options, [
    'models',
    'detector',
    'embedder',
    'styles',
    'engines',
    'load',
    'input',
  ]);
  const { models: given = {}, detector, embedder, styles, engines = {}, load, input } = options;
  const catalogue = createCatalogue({ styles });
  checkEngines(engines, styles ?? []);
  const own = isHub(given) ? undefined : createModelHub(given);
  const models = own ?? (given as ModelHub);
  const comparing = embedder ?? sfaceEmbedder(models);
  const pipelines = new LastPipeline();
  const replaced = [
    ...(detector ? blazeFace(models).modelIds : []),
    ...(embedder ? embeddingModelIds() : []),
  ];
  const warmIds = () =>
    [
      ...new Set([
        ...modelIdsOf(corporateHeadshot),
        ...(styles ?? []).flatMap((style) => style.models ?? []),
      ]),
    ].filter((id) => !replaced.includes(id));
  const embed: AvatarGenerator['embed'] = (photo, { signal } = {}) =>
    embedPhoto(photoSource(photo), { models, detector, embedder: comparing, load, signal });
  const close = async (): Promise<void> => own?.close();
  return {
    generate: (photo, generateOptions = {}) =>
      generateAvatar(
        photoSource(photo),
        { models, detector, embedder, catalogue, engines, load, input, pipelines },
        generateOptions,
      ),
    draw: drawOrModel,
    measure: (photos, { signal } = {}) =>
      measureCharacter(listOf(photos).map(photoSource), { models, detector, load, input, signal }),
    validate: (photo, { signal } = {}) =>
      validatePhoto(photoSource(photo), { models, detector, load, input, signal }),
    compare: async (first, second, control) =>
      compareEmbeddings(await embed(first, control), await embed(second, control), comparing.calibration),
    embed,
    warmUp: ({ signal } = {}) => models.warmUp(warmIds(), signal === undefined ? {} : { signal }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * @param calibration of the embedder that they come from. Default: that of `sface`
 * @throws AvatarError `invalid-options` when they come from different models, or from another than the calibration
 */
export function compareEmbeddings(
  first: FaceEmbedding,
  second: FaceEmbedding,
  { modelId, knots }: LikenessCalibration = LIKENESS_CALIBRATION,
): Comparison {
  const cosine = cosineSimilarity(first, second);
  if (first.modelId !== modelId)
    throw new AvatarError(
      'invalid-options',
      `Embeddings of ${first.modelId} need its calibration, not that of ${modelId}`,
    );
  return { cosine, likenessScore: likenessScore(cosine, knots) };
}

const listOf = (photos: PhotoInput | readonly PhotoInput[]): readonly PhotoInput[] =>
  Array.isArray(photos) ? (photos as readonly PhotoInput[]) : [photos as PhotoInput];

const isHub = (models: ModelHub | OnnxHubOptions): models is ModelHub => 'load' in models;

function drawOrModel(who: CharacterInput, options?: DrawOptions): Promise<CharacterAvatarResult>;
function drawOrModel(who: CharacterInput, options: ModelOptions): Promise<CharacterModelResult>;
function drawOrModel(who: CharacterInput, options: AnimationOptions): Promise<CharacterAnimationResult>;
async function drawOrModel(
  who: CharacterInput,
  options: DrawOptions | ModelOptions | AnimationOptions = {},
): Promise<CharacterAvatarResult | CharacterModelResult | CharacterAnimationResult> {
  if ('animate' in options && options.animate !== undefined) return animateAvatar(who, options);
  const { format } = options;
  return format === 'glb' || format === 'vrm'
    ? modelAvatar(who, options)
    : drawAvatar(who, options as DrawOptions);
}
