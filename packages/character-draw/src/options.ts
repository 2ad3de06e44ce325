import { EXPRESSIONS, FRAMINGS, type Expression, type Framing, type PoseSpec } from '@avatar/character';
import { parseHexColour } from '@avatar/image';
import {
  choiceOption,
  integerOption,
  invalidOption,
  knownOptions,
  sizeOption,
  type PictureSize,
} from '@avatar/stage';
import { LOOK_NAMES, LOOKS, type LookName } from './looks/looks.js';
import type { Look, LookRequest } from './looks/look.js';

export type PictureFormat = 'png' | 'svg' | 'raster';

export interface DrawCharacterOptions {
  /** How the person is drawn. */
  readonly look: LookName;
  /** Replaces parts of the pose of the spec: yaw -45 to 45, pitch -12 to 12, roll -15 to 15 degrees, gesture. */
  readonly pose?: PoseSpec;
  /** Replaces the expression of the spec. */
  readonly expression?: Expression;
  /** Replaces the framing of the spec. */
  readonly framing?: Framing;
  /** `own` is the look's own ground, `none` leaves it transparent; or a colour as `#rrggbb`. Default `own`. */
  readonly background?: LookRequest['background'];
  /** Side of the square picture, 32 to 2048. Default 800. */
  readonly sizePx?: number;
  /**
   * Width and height of a picture that is no square, 32 to 2048 each, instead of `sizePx`. A wide one has more ground at
   * both sides, a high one shows more of the body.
   */
  readonly size?: PictureSize;
  /** Decides what the spec leaves open, unless the spec has a seed. Default 0. */
  readonly seed?: number;
  /** `png` are the bytes of a file, `svg` is a text (vector looks only), `raster` are pixels with alpha. Default `png`. */
  readonly format?: PictureFormat;
}

const KNOWN = ['look', 'pose', 'expression', 'framing', 'background', 'sizePx', 'size', 'seed', 'format'];

export interface DrawRequest extends Required<
  Omit<DrawCharacterOptions, 'pose' | 'expression' | 'framing' | 'look' | 'sizePx'>
> {
  readonly look: Look;
}

/** @throws AvatarError `invalid-options` */
export function checkOptions(options: DrawCharacterOptions): DrawRequest {
  knownOptions('drawCharacter', options, KNOWN);
  const name = choiceOption('look', options.look, LOOK_NAMES);
  const format = choiceOption('format', options.format ?? 'png', ['png', 'svg', 'raster']);
  if (options.expression !== undefined)
    choiceOption(
      'expression',
      options.expression,
      EXPRESSIONS.map(({ value }) => value),
    );
  if (options.framing !== undefined)
    choiceOption(
      'framing',
      options.framing,
      FRAMINGS.map(({ value }) => value),
    );
  const look: Look = LOOKS[name];
  if (format === 'svg' && look.svg === undefined)
    throw invalidOption('png or raster', `format of the look ${name}`, format);
  return {
    look,
    format,
    background: backgroundOption(options.background ?? 'own'),
    size: sizeOption(options, { min: 32, max: 2048, defaultPx: 800 }),
    seed: integerOption('seed', options.seed ?? 0, 0, 0xffffffff),
  };
}

function backgroundOption(value: unknown): LookRequest['background'] {
  if (value === 'own' || value === 'none') return value;
  if (typeof value === 'string' && value.length === 7 && parseHexColour(value) !== undefined)
    return value as `#${string}`;
  throw invalidOption('own, none or a colour as #rrggbb', 'background', value);
}
