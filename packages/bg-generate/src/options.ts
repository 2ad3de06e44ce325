import {
  invalidOption,
  knownOptions,
  numberOption,
  sizeOption,
  type PictureSize,
  type RasterImage,
} from '@avatar/stage';
import {
  type BACKGROUNDS,
  backgroundByToken,
  paletteByToken,
  type BackgroundEntry,
  type KnownOrOwn,
  type PaletteToken,
} from '@avatar/styles';
import type { BackdropColours } from './colour/backdrop-colours.js';
import { paletteOf } from './palette-of.js';

type DrawnToken = Extract<(typeof BACKGROUNDS)[number], { kind: 'palette' | 'scene' }>['token'];
/** Backgrounds that need nothing but options and seed. */
export type DrawnBackground = DrawnToken | 'transparent' | `#${string}`;
/** Backgrounds that are made of what the photo shows behind the person. */
export type PhotoBackground = Extract<(typeof BACKGROUNDS)[number], { kind: 'photo' }>['token'];

export interface BackgroundOptions<Token extends string = DrawnBackground | PhotoBackground | 'image'> {
  /**
   * A token of `BACKGROUNDS` in `@avatar/styles`, or `#rgb` or `#rrggbb` for exactly that colour. `original_blur`,
   * `deep_bokeh`: the photo's own background. `image`: a picture of your own. `transparent`: nothing; the avatar gets
   * an alpha channel. Default `studio_light`.
   */
  readonly token?: Token;
  /**
   * The two colours of a background of the kind `palette`; or a palette's token, such as `navy`; or `#rgb` or `#rrggbb`, from
   * which both are made; or two of them with a comma between. Equal `centre` and `edge` give `studio_light` and `gradient` exactly that colour everywhere.
   * Default: the background's own, see `@avatar/styles`. Others do not use it.
   */
  readonly palette?: BackdropColours | KnownOrOwn<PaletteToken>;
  /**
   * Side of the square in pixels, 64 to 4096; the same as the aligned face's. Default 800. Backgrounds from the photo take
   * the size of the aligned face.
   */
  readonly sizePx?: number;
  /** Width and height of a picture that is no square, 64 to 4096 each, instead of `sizePx`. */
  readonly size?: PictureSize | undefined;
  /** The picture of `image`, and only with it: opaque 8-bit sRGB of any size. As much of its middle is shown as has the shape of the picture. */
  readonly image?: RasterImage | undefined;
  /**
   * How far `image` is out of focus: radius of a point's disc as a fraction of the shorter side, 0 to 0.1. Default 0,
   * sharp.
   */
  readonly imageBlur?: number | undefined;
}

export interface BackgroundSettings {
  readonly entry: BackgroundEntry;
  readonly palette: BackdropColours;
  readonly size: PictureSize;
  readonly image: RasterImage | undefined;
  readonly imageBlur: number;
}

const FALLBACK_PALETTE = 'neutral_grey';

function checkedPalette(palette: BackdropColours | string): BackdropColours {
  if (typeof palette === 'string') return paletteOf(palette);
  for (const name of ['centre', 'edge'] as const) {
    const colour: unknown = palette?.[name];
    if (!Array.isArray(colour) || colour.length !== 3)
      throw invalidOption('a colour of three numbers', `palette.${name}`, typeof colour);
    colour.forEach((value) => numberOption(`palette.${name}`, value, 0, 1));
  }
  const { centre, edge } = palette;
  return { centre, edge };
}

/** @throws AvatarError `invalid-options` if it is there without being asked for, is missing, or is no picture */
function checkedImage(image: RasterImage | undefined, asked: boolean): RasterImage | undefined {
  if (!asked) {
    if (image !== undefined) throw invalidOption('no picture without token "image"', 'image', typeof image);
    return undefined;
  }
  const { data, width = 0, height = 0, channels } = (image ?? {}) as Partial<RasterImage>;
  const whole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (image === undefined || !whole || channels !== 3 || data?.length !== width * height * channels)
    throw invalidOption('a picture with 3 channels', 'image', typeof image);
  return image;
}

export function backgroundSettings(options: BackgroundOptions<string>): BackgroundSettings {
  knownOptions('background', options, ['token', 'palette', 'sizePx', 'size', 'image', 'imageBlur']);
  const { token = 'studio_light', palette, image, imageBlur = 0 } = options;
  const entry = backgroundByToken(token);
  return {
    entry,
    palette: checkedPalette(palette ?? paletteByToken(entry.palette ?? FALLBACK_PALETTE)),
    size: sizeOption(options, { min: 64, max: 4096, defaultPx: 800 }),
    image: checkedImage(image, entry.kind === 'image'),
    imageBlur: numberOption('imageBlur', imageBlur, 0, 0.1),
  };
}
