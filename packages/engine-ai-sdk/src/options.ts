import type { ImageModelV3, ImageModelV3CallOptions } from '@ai-sdk/provider';
import type { EngineSizes } from '@avatar/engine';
import { choiceOption, integerOption, invalidOption, knownOptions, numberOption } from '@avatar/stage';

/** What one call of a model came to, for those who know its price. */
export type ImageCall = Pick<Awaited<ReturnType<ImageModelV3['doGenerate']>>, 'usage' | 'providerMetadata'>;
type ProviderOptions = ImageModelV3CallOptions['providerOptions'];

const SIZE_FORMS = ['size', 'aspectRatio', 'none'] as const;
const MASKS = ['white', 'transparent', 'none'] as const;
const READS = ['photo', 'text', 'both'] as const;

export interface AiSdkEngineOptions {
  /** An image model of the AI SDK 6, such as `openai.image('gpt-image-1')`. */
  readonly model: ImageModelV3;
  /** What the model paints from: a `photo`, `text` alone, or `both`. The SDK does not say it of a model. Default: `photo`. */
  readonly reads?: (typeof READS)[number] | undefined;
  /** Names the engine in metadata and errors. Default: `ai-sdk`. */
  readonly id?: string | undefined;
  /** Milliseconds for one picture, repetitions included, 1000 to 900 000. Default: 120 000. */
  readonly timeoutMs?: number | undefined;
  /** How often a call is repeated that the provider calls repeatable, 0 to 5. Default: 2. */
  readonly maxRetries?: number | undefined;
  /** Sizes that the model makes. Default: 1024 x 1024, 1536 x 1024 and 1024 x 1536. */
  readonly sizes?: EngineSizes | undefined;
  /** How the model is asked for a size. Default: `size`. */
  readonly sizeAs?: (typeof SIZE_FORMS)[number] | undefined;
  /**
   * How the model wants to be shown where it may paint: OpenAI's take `transparent`, most others `white`; `none` sends no
   * mask. Default: `none`.
   */
  readonly mask?: (typeof MASKS)[number] | undefined;
  /** Whether the seed is sent, which some models refuse. Default: false. */
  readonly sendSeed?: boolean | undefined;
  /** Sent with every call, by the name of the provider. Default: none. */
  readonly providerOptions?: ProviderOptions | undefined;
  /**
   * Where the model is told how far it may go from the photo: `(strength) => ({ fal: { strength } })`, of (0, 1]. Default:
   * none, and lower strength is asked for in words.
   */
  readonly strengthOptions?: ((strength: number) => ProviderOptions) | undefined;
  /** US dollars for one picture, 0 to 100, or how they follow from a call. Default: what the AI Gateway says, if it is used. */
  readonly costUsd?: number | ((call: ImageCall) => number | undefined) | undefined;
  /** Largest picture that is taken, in bytes, 1024 to 200 000 000. Default: 32 000 000. */
  readonly maxBytes?: number | undefined;
}

export interface AiSdkSettings {
  readonly model: ImageModelV3;
  readonly reads: (typeof READS)[number];
  readonly id: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly sizes: EngineSizes;
  readonly sizeAs: (typeof SIZE_FORMS)[number];
  readonly mask: (typeof MASKS)[number];
  readonly sendSeed: boolean;
  readonly providerOptions: ProviderOptions;
  readonly strengthOptions: ((strength: number) => ProviderOptions) | undefined;
  readonly costUsd: AiSdkEngineOptions['costUsd'];
  readonly maxBytes: number;
}

const DEFAULT_SIZES: EngineSizes = [
  { widthPx: 1024, heightPx: 1024 },
  { widthPx: 1536, heightPx: 1024 },
  { widthPx: 1024, heightPx: 1536 },
];
const KNOWN: readonly (keyof AiSdkEngineOptions)[] = [
  'model',
  'reads',
  'id',
  'timeoutMs',
  'maxRetries',
  'sizes',
  'sizeAs',
  'mask',
  'sendSeed',
  'providerOptions',
  'strengthOptions',
  'costUsd',
  'maxBytes',
];

/** @throws AvatarError `invalid-options` */
export function aiSdkSettings(options: AiSdkEngineOptions): AiSdkSettings {
  knownOptions('aiSdkEngine', options, KNOWN);
  const { model, costUsd } = options;
  const version = (model as { readonly specificationVersion?: unknown } | undefined)?.specificationVersion;
  if (version !== 'v3')
    throw invalidOption('an image model of the AI SDK 6 (specification v3)', 'model', version);
  if (typeof costUsd === 'number') numberOption('costUsd', costUsd, 0, 100);
  return {
    model,
    reads: choiceOption('reads', options.reads ?? 'photo', READS),
    id: options.id ?? 'ai-sdk',
    timeoutMs: integerOption('timeoutMs', options.timeoutMs ?? 120_000, 1000, 900_000),
    maxRetries: integerOption('maxRetries', options.maxRetries ?? 2, 0, 5),
    sizes: options.sizes ?? DEFAULT_SIZES,
    sizeAs: choiceOption('sizeAs', options.sizeAs ?? 'size', SIZE_FORMS),
    mask: choiceOption('mask', options.mask ?? 'none', MASKS),
    sendSeed: options.sendSeed ?? false,
    providerOptions: options.providerOptions ?? {},
    strengthOptions: options.strengthOptions,
    costUsd,
    maxBytes: integerOption('maxBytes', options.maxBytes ?? 32_000_000, 1024, 200_000_000),
  };
}
