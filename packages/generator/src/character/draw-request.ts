import { paletteOf } from '@avatar/bg-generate';
import { MAX_SEED } from '@avatar/character';
import { LOOK_NAMES, VECTOR_LOOK_NAMES, type LookName } from '@avatar/character-draw';
import { choiceOption, integerOption, invalidOption, knownOptions, type PictureSize } from '@avatar/stage';
import {
  backgroundByToken,
  lightByToken,
  platformByToken,
  type BackgroundEntry,
  type Palette,
  type Platform,
} from '@avatar/styles';
import { pictureSize } from '../picture-size.js';
import { PICTURE_FORMATS, type DrawnFormat, type DrawOptions } from './draw-options.js';

/** What a picture of a character is made from, after all defaults; the person apart. */
export interface DrawRequest {
  readonly look: LookName;
  readonly platform: Platform;
  /** `undefined` for the look's own ground. */
  readonly background: BackgroundEntry | undefined;
  /** Only for a background that has one. */
  readonly palette: Palette | undefined;
  readonly size: PictureSize;
  /** Token. */
  readonly light: string | undefined;
  /** `undefined` if the person's own seed shall decide. */
  readonly seed: number | undefined;
  readonly format: DrawnFormat;
  readonly runId: string | undefined;
}

const KNOWN: readonly (keyof DrawOptions)[] = [
  'look',
  'edits',
  'pose',
  'expression',
  'framing',
  'background',
  'palette',
  'light',
  'platform',
  'sizePx',
  'size',
  'seed',
  'format',
  'runId',
  'signal',
  'onEvent',
];
export const OWN_GROUND = 'own';
const PALETTE_GROUND = 'studio_light';
const FALLBACK_PALETTE = 'neutral_grey';

/** Fills in the defaults. @throws AvatarError `invalid-options` */
export function drawRequest(options: DrawOptions): DrawRequest {
  knownOptions('draw', options, KNOWN);
  const platform = platformByToken(options.platform ?? 'custom');
  const look = choiceOption('look', options.look ?? 'toon3d', LOOK_NAMES);
  const format = choiceOption('format', options.format ?? 'png', PICTURE_FORMATS);
  if (format === 'svg' && !VECTOR_LOOK_NAMES.includes(look))
    throw invalidOption(`png, or one of the looks ${VECTOR_LOOK_NAMES.join(', ')}`, 'format', format);
  const ground = groundOf(options);
  if (format === 'svg' && !isVector(ground.background))
    throw invalidOption('own, transparent or #rrggbb', 'background of an SVG', ground.background?.token);
  if (format === 'svg' && options.light !== undefined)
    throw invalidOption('no light of an SVG', 'light', options.light);
  return {
    look,
    platform,
    light: options.light === undefined ? undefined : lightByToken(options.light).token,
    ...ground,
    size: pictureSize(options, platform.defaultSizePx),
    seed: options.seed === undefined ? undefined : integerOption('seed', options.seed, 0, MAX_SEED),
    format,
    runId: options.runId,
  };
}

const isVector = (background: BackgroundEntry | undefined): boolean =>
  background === undefined || background.kind === 'colour' || background.kind === 'transparent';

/** A palette goes before any background that has no use for it, a flat colour apart. */
function groundOf(options: DrawOptions): Pick<DrawRequest, 'background' | 'palette'> {
  const { background: token = OWN_GROUND, palette } = options;
  const asked = token === OWN_GROUND ? undefined : backgroundByToken(token);
  if (asked?.kind === 'photo' || asked?.kind === 'image')
    throw invalidOption('a background that needs no photo or picture', 'background', token);
  if (palette === undefined)
    return {
      background: asked,
      palette: asked?.kind === 'palette' ? paletteOf(asked.palette ?? FALLBACK_PALETTE) : undefined,
    };
  const wanted = paletteOf(palette);
  if (asked?.kind === 'colour') return { background: asked, palette: undefined };
  return {
    background: asked?.kind === 'palette' ? asked : backgroundByToken(PALETTE_GROUND),
    palette: wanted,
  };
}
