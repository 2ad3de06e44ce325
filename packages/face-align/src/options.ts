import type { FaceDetector, FaceEmbedder } from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import {
  choiceOption,
  integerOption,
  invalidOption,
  knownOptions,
  numberOption,
  shortSidePx,
  sizeOption,
  squareOf,
  type PictureSize,
} from '@avatar/stage';

/** Where a style wants the head. Fractions of the square's side, or of the shorter side of what is no square. */
export interface FramingOptions {
  /** Crown to chin, 0.3 to 0.9. */
  readonly headHeight: number;
  /** The eyes below the top edge, 0.2 to 0.6. */
  readonly eyeLine: number;
  /** Free space above the crown, 0 to 0.2. */
  readonly minHeadroom: number;
}

export interface FaceDetectOptions {
  readonly models: ModelHub;
  /** Proposes candidates; the mesh of `models` still decides about them. Default: `blazeFace(models)`. */
  readonly detector?: FaceDetector | undefined;
}

export interface FaceAlignOptions {
  readonly models: ModelHub;
  /** Default: head 0.54, eyes at 0.415, headroom 0.045. */
  readonly framing?: FramingOptions;
  /** Side of the square in pixels, 64 to 4096. Default 800. */
  readonly outputSizePx?: number;
  /** Width and height of a picture that is no square, 64 to 4096 each, instead of `outputSizePx`. */
  readonly outputSize?: PictureSize;
  /**
   * Shorter side at which the finished picture will be delivered, in pixels, 64 to 4096, when it is made at another size:
   * `upscaled` is judged by it. Default: that of the square or of `outputSize`.
   */
  readonly deliveredSizePx?: number;
  /**
   * `matte`: the stage reads the matte and finds a frame that shows no place where the photo cuts the person.
   * `landmarks`: no matte is needed; the frame stays inside the photo where it can. Default `matte`.
   */
  readonly frameFrom?: 'matte' | 'landmarks';
  /**
   * The picture will be shown as its inscribed circle, as most platforms do: head and hair are kept inside it, where the
   * photo allows. Default false.
   */
  readonly circularCrop?: boolean;
  /** Takes the identity of the face. Default: `sfaceEmbedder(models)`. */
  readonly embedder?: FaceEmbedder | undefined;
}

export interface FaceRegionsOptions {
  readonly models: ModelHub;
  /** Whether to write `regions.parts` too, by a model. Default false: no model is used. */
  readonly parts?: boolean;
}

const DEFAULT_FRAMING: FramingOptions = { headHeight: 0.54, eyeLine: 0.415, minHeadroom: 0.045 };

export type FaceAlignSettings = Required<Omit<FaceAlignOptions, 'outputSizePx' | 'embedder'>> &
  Pick<FaceAlignOptions, 'embedder'>;

export function faceAlignSettings(options: FaceAlignOptions): FaceAlignSettings {
  knownOptions('faceAlign', options, [
    'models',
    'framing',
    'outputSizePx',
    'outputSize',
    'deliveredSizePx',
    'frameFrom',
    'circularCrop',
    'embedder',
  ]);
  const { models, framing = DEFAULT_FRAMING, frameFrom = 'matte', circularCrop = false, embedder } = options;
  const outputSize = outputSizeOf(options);
  const { deliveredSizePx = shortSidePx(outputSize) } = options;
  if (typeof circularCrop !== 'boolean') throw invalidOption('true or false', 'circularCrop', circularCrop);
  knownOptions('framing', framing, ['headHeight', 'eyeLine', 'minHeadroom']);
  return {
    models,
    embedder,
    framing: {
      headHeight: numberOption('framing.headHeight', framing.headHeight, 0.3, 0.9),
      eyeLine: numberOption('framing.eyeLine', framing.eyeLine, 0.2, 0.6),
      minHeadroom: numberOption('framing.minHeadroom', framing.minHeadroom, 0, 0.2),
    },
    outputSize,
    deliveredSizePx: integerOption('deliveredSizePx', deliveredSizePx, 64, 4096),
    frameFrom: choiceOption('frameFrom', frameFrom, ['matte', 'landmarks']),
    circularCrop,
  };
}

function outputSizeOf({ outputSizePx, outputSize: size }: FaceAlignOptions): PictureSize {
  if (size === undefined) return squareOf(integerOption('outputSizePx', outputSizePx ?? 800, 64, 4096));
  if (outputSizePx !== undefined)
    throw invalidOption('either outputSizePx or outputSize', 'outputSizePx', outputSizePx);
  return sizeOption({ size }, { min: 64, max: 4096, defaultPx: 800 });
}

/** The hub if parts are asked for. */
export function modelsForParts(options?: FaceRegionsOptions): ModelHub | undefined {
  if (options === undefined) return undefined;
  knownOptions('faceRegions', options, ['models', 'parts']);
  const { models, parts = false } = options;
  if (typeof parts !== 'boolean') throw invalidOption('true or false', 'parts', parts);
  if (parts && !models) throw invalidOption('a model hub', 'models', models);
  return parts ? models : undefined;
}
