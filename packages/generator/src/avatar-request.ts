import { backdropFromHex } from '@avatar/bg-generate';
import { integerOption, invalidOption, knownOptions, numberOption } from '@avatar/stage';
import {
  backgroundByToken,
  createCatalogue,
  paletteByToken,
  platformByToken,
  type BackgroundKind,
  type Palette,
  type Platform,
  type Style,
  type StyleCatalogue,
} from '@avatar/styles';
import type { GenerateOptions } from './options.js';

/** What an avatar is made from, after all defaults. */
export interface AvatarRequest {
  readonly style: Style;
  readonly platform: Platform;
  readonly background: BackgroundKind;
  readonly palette: Palette;
  readonly sizePx: number;
  readonly intensity: number;
  readonly seed: number;
  readonly minLikeness: number;
  readonly onExhausted: 'best' | 'throw';
  readonly runId: string | undefined;
}

const KNOWN: readonly (keyof GenerateOptions)[] = [
  'style',
  'platform',
  'background',
  'palette',
  'sizePx',
  'intensity',
  'seed',
  'minLikeness',
  'onExhausted',
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
  const style = catalogue.resolve(options.style ?? platform.defaultStyle);
  const context = options.platform === undefined ? style.context : platform.context;
  const { intensity = 1 } = options;
  if (typeof intensity !== 'number' || !(intensity > 0 && intensity <= 1))
    throw invalidOption('a number above 0 and at most 1', 'intensity', intensity);
  return {
    style,
    platform,
    ...scenery(style, options),
    sizePx: integerOption('sizePx', options.sizePx ?? platform.defaultSizePx, 64, 2048),
    intensity,
    seed: integerOption('seed', options.seed ?? 0, 0, MAX_SEED),
    minLikeness: numberOption('minLikeness', options.minLikeness ?? style.minLikeness[context], 0, 1),
    onExhausted: options.onExhausted ?? 'best',
    runId: options.runId,
  };
}

/**
 * A flat colour goes before a palette, that before any other background, and that before the style's own: a palette asked for
 * together with a background that has no use for it gets the style's own background.
 */
function scenery(style: Style, options: GenerateOptions): Pick<AvatarRequest, 'background' | 'palette'> {
  const asked = backgroundByToken(options.background ?? style.background.token);
  const ignoresPalette = asked.kind === 'photo' || asked.kind === 'transparent';
  const background =
    options.palette !== undefined && ignoresPalette ? backgroundByToken(style.background.token) : asked;
  const own = background.token === style.background.token ? undefined : background.palette;
  return { background, palette: paletteOf(options.palette ?? own ?? style.background.palette) };
}

const paletteOf = (palette: string): Palette =>
  palette.startsWith('#')
    ? { token: palette.toLowerCase(), label: 'Own colours', ...backdropFromHex(palette) }
    : paletteByToken(palette);
