import { paletteOf } from '@avatar/bg-generate';
import { applyEdits, type CharacterEdit } from '@avatar/character';
import { MAX_SMILE, MAX_YAW_DEG } from '@avatar/face-reshape';
import {
  choiceOption,
  integerOption,
  invalidOption,
  knownOptions,
  numberOption,
  type PhotoSource,
  type PictureSize,
  type RasterFormat,
} from '@avatar/stage';
import {
  backgroundByToken,
  createCatalogue,
  judgedContext,
  lightByToken,
  lookOf,
  platformByToken,
  styleInLight,
  type BackgroundEntry,
  type Palette,
  type Platform,
  type Style,
  type StyleCatalogue,
} from '@avatar/styles';
import { MODES, type Mode } from './modes.js';
import { FAIL_POLICIES, type FailPolicy, type GenerateOptions } from './options.js';
import { pictureSize } from './picture-size.js';
import { photoSource } from './photo-source.js';

/** What an avatar is made from, after all defaults. */
export interface AvatarRequest {
  readonly style: Style;
  readonly platform: Platform;
  readonly background: BackgroundEntry;
  readonly palette: Palette;
  /** Where the picture of the background `image` comes from. */
  readonly backgroundImage: PhotoSource | undefined;
  readonly backgroundBlur: number;
  readonly size: PictureSize;
  readonly mode: Mode;
  readonly intensity: number;
  readonly seed: number;
  readonly minLikeness: number;
  readonly onFail: FailPolicy;
  readonly edits: readonly CharacterEdit[];
  readonly smile: number;
  readonly yawDeg: number;
  /** Token. */
  readonly light: string | undefined;
  readonly format: RasterFormat;
  /** Of a format that loses detail; undefined for its default. */
  readonly quality: number | undefined;
  readonly runId: string | undefined;
}

const KNOWN: readonly (keyof GenerateOptions)[] = [
  'style',
  'platform',
  'background',
  'backgroundImage',
  'backgroundBlur',
  'palette',
  'sizePx',
  'size',
  'mode',
  'intensity',
  'seed',
  'minLikeness',
  'onFail',
  'edits',
  'smile',
  'yawDeg',
  'light',
  'format',
  'quality',
  'runId',
  'signal',
  'onEvent',
];
const MAX_SEED = 0xffffffff;

/**
 * Fills in the defaults.
 * @param catalogue where style tokens are looked up. Default: the toolkit's styles
 * @throws AvatarError `invalid-options`
 */
export function avatarRequest(
  options: GenerateOptions,
  catalogue: StyleCatalogue = createCatalogue(),
): AvatarRequest {
  knownOptions('generate', options, KNOWN);
  const platform = platformByToken(options.platform ?? 'custom');
  const light = options.light === undefined ? undefined : lightByToken(options.light);
  const style = styleInLight(catalogue.resolve(options.style ?? platform.defaultStyle), light);
  const context = judgedContext(style, options.platform === undefined ? undefined : platform);
  const { intensity = 1, format = 'png' } = options;
  if (typeof intensity !== 'number' || !(intensity > 0 && intensity <= 1))
    throw invalidOption('a number above 0 and at most 1', 'intensity', intensity);
  const ground = backgroundAndPalette(style, options);
  if (format === 'jpeg' && ground.background.kind === 'transparent')
    throw invalidOption('png, webp or avif with a transparent background', 'format', format);
  return {
    style,
    platform,
    ...ground,
    backgroundImage: backgroundSource(options),
    backgroundBlur: numberOption('backgroundBlur', options.backgroundBlur ?? 0, 0, 0.1),
    size: pictureSize(options, platform.defaultSizePx),
    mode: choiceOption('mode', options.mode ?? 'max', MODES),
    intensity,
    seed: integerOption('seed', options.seed ?? 0, 0, MAX_SEED),
    minLikeness: numberOption('minLikeness', options.minLikeness ?? style.minLikeness[context], 0, 1),
    onFail: choiceOption('onFail', options.onFail ?? 'return_best', FAIL_POLICIES),
    edits: characterEdits(style, options),
    smile: ofPhoto(style, 'smile', numberOption('smile', options.smile ?? 0, 0, MAX_SMILE)),
    yawDeg: ofPhoto(style, 'yawDeg', numberOption('yawDeg', options.yawDeg ?? 0, -MAX_YAW_DEG, MAX_YAW_DEG)),
    light: light?.token,
    format,
    quality: options.quality,
    runId: options.runId,
  };
}

/** @throws AvatarError `invalid-options` for edits of a style that draws nobody, and for those that no character takes */
function characterEdits(style: Style, { edits = [] }: GenerateOptions): readonly CharacterEdit[] {
  if (!Array.isArray(edits)) throw invalidOption('a list of edits', 'edits', typeof edits);
  if (edits.length > 0 && lookOf(style) === undefined)
    throw invalidOption('no edits with a style that draws no character', 'edits', `${edits.length} edits`);
  applyEdits({}, edits as readonly CharacterEdit[]);
  return edits as readonly CharacterEdit[];
}

/** @throws AvatarError `invalid-options` for a change of the photo with a style that draws a character */
function ofPhoto(style: Style, name: string, value: number): number {
  if (value !== 0 && lookOf(style) !== undefined)
    throw invalidOption('0 with a style that draws a character: use edits there', name, value);
  return value;
}

/**
 * A picture of the caller's and a flat colour go before a palette, that before any other background, and that before the
 * style's: a palette asked for together with a background that has no use for it gets the style's background.
 */
function backgroundAndPalette(
  style: Style,
  options: GenerateOptions,
): Pick<AvatarRequest, 'background' | 'palette'> {
  const picture = options.backgroundImage === undefined ? undefined : 'image';
  const asked = backgroundByToken(picture ?? options.background ?? style.background.token);
  const ignoresPalette = asked.kind === 'photo' || asked.kind === 'scene' || asked.kind === 'transparent';
  const background =
    options.palette !== undefined && ignoresPalette ? backgroundByToken(style.background.token) : asked;
  const usual = background.token === style.background.token ? undefined : background.palette;
  return { background, palette: paletteOf(options.palette ?? usual ?? style.background.palette) };
}

/** @throws AvatarError `invalid-options` if a picture is there without being asked for, or the other way round */
function backgroundSource({ background, backgroundImage }: GenerateOptions): PhotoSource | undefined {
  if (backgroundImage === undefined) {
    if (background === 'image')
      throw invalidOption('a picture with background "image"', 'backgroundImage', backgroundImage);
    return undefined;
  }
  if (background !== undefined && background !== 'image')
    throw invalidOption('"image" or nothing with a backgroundImage', 'background', 'another background');
  return photoSource(backgroundImage);
}
