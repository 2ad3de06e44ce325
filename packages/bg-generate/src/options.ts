import type { ModelHub } from '@avatar/models';
import { choiceOption, integerOption, invalidOption, knownOptions, numberOption } from '@avatar/stage';
import { backdropFromHex, type BackdropColours } from './backdrop-colours.js';

export interface PortraitMatteOptions {
  readonly models: ModelHub;
  /** Longer side of the model's input in pixels, 256 to 1024. More finds more hair, and loses sight of the whole. Default 512. */
  readonly inputSidePx?: number;
  /**
   * `head`: head and shoulders around the dominant face, 2.5 head heights, other people removed.
   * `photo`: everybody in the whole photo, for measurements and full figures. Default `head`.
   */
  readonly region?: 'head' | 'photo';
}

export function portraitMatteSettings(options: PortraitMatteOptions): Required<PortraitMatteOptions> {
  knownOptions('portraitMatte', options, ['models', 'inputSidePx', 'region']);
  const { models, inputSidePx = 512, region = 'head' } = options;
  return {
    models,
    inputSidePx: integerOption('inputSidePx', inputSidePx, 256, 1024),
    region: choiceOption('region', region, ['head', 'photo']),
  };
}

export interface BackgroundOptions {
  /** `studio_light`: a lit backdrop. `transparent`: nothing; the avatar gets an alpha channel. Default `studio_light`. */
  readonly token?: 'studio_light' | 'transparent';
  /**
   * Colours of the backdrop, or one colour `#rgb` or `#rrggbb` from which they are made. Equal `centre` and `edge` give
   * exactly that colour everywhere. Default: neutral grey. Not used when transparent.
   */
  readonly palette?: BackdropColours | string;
  /** Side of the square in pixels, 64 to 4096; the same as the aligned face's. Default 800. */
  readonly sizePx?: number;
}

export interface BackgroundSettings {
  readonly token: 'studio_light' | 'transparent';
  readonly palette: BackdropColours;
  readonly sizePx: number;
}

const NEUTRAL_GREY: BackdropColours = { centre: [0.8, 0.82, 0.85], edge: [0.36, 0.39, 0.44] };

function checkedPalette(palette: BackdropColours | string): BackdropColours {
  if (typeof palette === 'string') return backdropFromHex(palette);
  for (const name of ['centre', 'edge'] as const) {
    const colour: unknown = palette?.[name];
    if (!Array.isArray(colour) || colour.length !== 3)
      throw invalidOption('a colour of three numbers', `palette.${name}`, typeof colour);
    colour.forEach((value) => numberOption(`palette.${name}`, value, 0, 1));
  }
  const { centre, edge } = palette;
  return { centre, edge };
}

export function backgroundSettings(options: BackgroundOptions): BackgroundSettings {
  knownOptions('background', options, ['token', 'palette', 'sizePx']);
  const { token = 'studio_light', palette = NEUTRAL_GREY, sizePx = 800 } = options;
  return {
    token: choiceOption('token', token, ['studio_light', 'transparent']),
    palette: checkedPalette(palette),
    sizePx: integerOption('sizePx', sizePx, 64, 4096),
  };
}

export interface CompositeOptions {
  /** How much of the background's light falls on the edge of the person, 0 (none) to 1. Default 0.16. */
  readonly lightWrap?: number;
  /** How far it reaches in, as a fraction of the picture's side, 0.002 to 0.1. Default 0.0175 (14 px of 800). */
  readonly wrapReach?: number;
}

export function compositeSettings(options: CompositeOptions): Required<CompositeOptions> {
  knownOptions('composite', options, ['lightWrap', 'wrapReach']);
  const { lightWrap = 0.16, wrapReach = 0.0175 } = options;
  return {
    lightWrap: numberOption('lightWrap', lightWrap, 0, 1),
    wrapReach: numberOption('wrapReach', wrapReach, 0.002, 0.1),
  };
}
