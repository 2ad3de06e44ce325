import { integerOption, invalidOption, knownOptions } from '@avatar/stage';

export interface SaveOptions {
  /** Side of the square picture in pixels; 64 to 4096. Default 800. An avatar of another size is resampled. */
  readonly sizePx?: number | undefined;
  /** Style token for the metadata, 1 to 200 characters. Default: none is written. */
  readonly style?: string | undefined;
  /** Platform token for the metadata, 1 to 200 characters. Default: none is written. */
  readonly platform?: string | undefined;
  /** Background token or `#rrggbb` for the metadata, 1 to 200 characters. Default: none is written. */
  readonly background?: string | undefined;
  /** Seed of the run for the metadata, 32-bit unsigned. Default: the seed that this stage is given. */
  readonly seed?: number | undefined;
  /**
   * Names the run in the metadata, 1 to 200 characters; no personal data, please. Default: a hash of style, platform, background,
   * seed, intensity, models and size, so that the same run gives the same bytes.
   */
  readonly runId?: string | undefined;
  /** Catalogue ids of the models that took part, each 1 to 200 characters. Default: none. */
  readonly modelIds?: readonly string[] | undefined;
  /**
   * Behind `retryAtLowerIntensity`: also read `attempts`, so that the metadata names the intensity of the attempt that
   * was kept. Without it the intensity is that of the run around `save`. Default false.
   */
  readonly retried?: boolean | undefined;
}

export interface SaveSettings extends SaveOptions {
  readonly sizePx: number;
  readonly modelIds: readonly string[];
}

const NAMES = ['sizePx', 'style', 'platform', 'background', 'seed', 'runId', 'modelIds', 'retried'];

/** Checks the options and fills in the defaults. */
export function saveSettings(options: SaveOptions): SaveSettings {
  knownOptions('save', options, NAMES);
  const { sizePx = 800, seed, modelIds = [], retried } = options;
  for (const name of ['style', 'platform', 'background', 'runId'] as const) {
    if (options[name] !== undefined) checkName(name, options[name]);
  }
  if (!Array.isArray(modelIds)) throw invalidOption('an array of model ids', 'modelIds', modelIds);
  modelIds.forEach((id, index) => checkName(`modelIds[${index}]`, id));
  if (seed !== undefined) integerOption('seed', seed, 0, 0xffffffff);
  if (retried !== undefined && typeof retried !== 'boolean')
    throw invalidOption('true or false', 'retried', retried);
  return {
    ...options,
    sizePx: integerOption('sizePx', sizePx, 64, 4096),
    modelIds: [...(modelIds as readonly string[])],
  };
}

function checkName(name: string, value: unknown): void {
  if (typeof value !== 'string' || value.length < 1 || value.length > 200)
    throw invalidOption('a text of 1 to 200 characters', name, typeof value === 'string' ? '…' : value);
}
