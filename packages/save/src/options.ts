import {
  choiceOption,
  integerOption,
  invalidOption,
  knownOptions,
  sizeOption,
  type Origin,
  type PictureSize,
  type RasterFormat,
} from '@avatar/stage';

export interface SaveOptions {
  /** Side of the square picture in pixels; 64 to 4096. Default 800. An avatar of another size is resampled. */
  readonly sizePx?: number | undefined;
  /**
   * Width and height of a picture that is no square, 64 to 4096 each, instead of `sizePx`; in the shape of the avatar.
   */
  readonly size?: PictureSize | undefined;
  /**
   * What the picture and its thumbnail are written as: `png` loses nothing; `jpeg`, `webp` and `avif` are a fraction as
   * large. JPEG has no transparency, so that an avatar with alpha is refused. Default `png`.
   */
  readonly format?: RasterFormat | undefined;
  /**
   * Quality of a format that loses detail, 1 to 100, where 100 is the best; the same number means something else in
   * each of them. Default: 90 for `jpeg` and `webp`, 75 for `avif`. Not for `png`.
   */
  readonly quality?: number | undefined;
  /** Style token for the metadata, 1 to 200 characters. Default: none is written. */
  readonly style?: string | undefined;
  /** Platform token for the metadata, 1 to 200 characters. Default: none is written. */
  readonly platform?: string | undefined;
  /** Background token or `#rrggbb` for the metadata, 1 to 200 characters. Default: none is written. */
  readonly background?: string | undefined;
  /**
   * What the picture was made for, such as `max` or `eco`, for the metadata, 1 to 200 characters. Default: none is
   * written.
   */
  readonly mode?: string | undefined;
  /**
   * How an avatar that is smaller than that is enlarged: `smooth` with Lanczos-3, `nearest` for pixel art, whose squares
   * stay hard. A larger one is always shrunk with Lanczos-3. Default `smooth`.
   */
  readonly enlargement?: 'smooth' | 'nearest' | undefined;
  /** Seed of the run for the metadata, 32-bit unsigned. Default: the seed that this stage is given. */
  readonly seed?: number | undefined;
  /**
   * Names the run in the metadata, 1 to 200 characters; no personal data, please. Default: a hash of style, platform,
   * background, mode, seed, intensity, models and size, so that the same run gives the same bytes.
   */
  readonly runId?: string | undefined;
  /**
   * A preview, in less time: not dithered, so that soft gradients may show faint bands, and compressed less. Default false.
   */
  readonly draft?: boolean | undefined;
  /**
   * The picture is the photo itself, cropped: the metadata then names no source type, style, background, seed,
   * intensity, likeness or model. Default false.
   */
  readonly original?: boolean | undefined;
  /**
   * What the avatar was made from, for the metadata: the source type of a `character` is an algorithm that was
   * trained on nothing. Default `photo`.
   */
  readonly origin?: Origin | undefined;
  /**
   * Behind `retryAtLowerIntensity`: also read `attempts`, so that the metadata names the intensity of the attempt that
   * was kept. Without it the intensity is that of the run around `save`. Default false.
   */
  readonly retried?: boolean | undefined;
}

export interface SaveSettings extends Omit<SaveOptions, 'sizePx'> {
  readonly format: RasterFormat;
  readonly quality: number;
  readonly size: PictureSize;
  readonly enlargement: 'smooth' | 'nearest';
  readonly origin: Origin;
}

const TEXTS = ['style', 'platform', 'background', 'mode', 'runId'] as const;
const RASTER_FORMATS = ['png', 'jpeg', 'webp', 'avif'] as const satisfies readonly RasterFormat[];
/** No difference is seen at arm's length. */
const DEFAULT_QUALITY: Readonly<Record<RasterFormat, number>> = { png: 100, jpeg: 90, webp: 90, avif: 75 };
const NAMES = [
  ...TEXTS,
  'format',
  'quality',
  'sizePx',
  'size',
  'enlargement',
  'seed',
  'draft',
  'original',
  'origin',
  'retried',
];

/** Checks the options and fills in the defaults. */
export function saveSettings(options: SaveOptions): SaveSettings {
  knownOptions('save', options, NAMES);
  const { enlargement = 'smooth', seed, draft, original, retried } = options;
  for (const name of TEXTS) {
    if (options[name] !== undefined) checkName(name, options[name]);
  }
  if (seed !== undefined) integerOption('seed', seed, 0, 0xffffffff);
  for (const [name, value] of Object.entries({ draft, original, retried }))
    if (value !== undefined && typeof value !== 'boolean') throw invalidOption('true or false', name, value);
  const format = choiceOption('format', options.format ?? 'png', RASTER_FORMATS);
  if (format === 'png' && options.quality !== undefined)
    throw invalidOption('no quality of a PNG, which loses nothing', 'quality', options.quality);
  return {
    ...options,
    format,
    quality: integerOption('quality', options.quality ?? DEFAULT_QUALITY[format], 1, 100),
    size: sizeOption(options, { min: 64, max: 4096, defaultPx: 800 }),
    enlargement: choiceOption('enlargement', enlargement, ['smooth', 'nearest']),
    origin: choiceOption('origin', options.origin ?? 'photo', ['photo', 'character']),
  };
}

function checkName(name: string, value: unknown): void {
  if (typeof value !== 'string' || value.length < 1 || value.length > 200)
    throw invalidOption('a text of 1 to 200 characters', name, typeof value === 'string' ? '…' : value);
}
