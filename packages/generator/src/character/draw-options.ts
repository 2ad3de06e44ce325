import type { CharacterEdit, Expression, Framing, PoseSpec } from '@avatar/character';
import type { LookName } from '@avatar/character-draw';
import type { PictureSize, StageEvent } from '@avatar/stage';
import type { BackgroundToken, KnownOrOwn, LightToken, PaletteToken, PlatformToken } from '@avatar/styles';

export const PICTURE_FORMATS = ['png', 'svg'] as const;

/** What a drawn character is given as: pixels, or vectors where the look has them. */
export type DrawnFormat = (typeof PICTURE_FORMATS)[number];

/** One picture of a character. Everything has a default. */
export interface DrawOptions {
  /** How the person is drawn: `toon3d`, `anime` or `flat`. Default `toon3d`. */
  readonly look?: LookName | undefined;
  /** Changes of what the words or the spec say, applied in their order; at most 500. Default: none. */
  readonly edits?: readonly CharacterEdit[] | undefined;
  /** Replaces parts of the pose: yaw -45 to 45, pitch -12 to 12, roll -15 to 15 degrees, gesture. */
  readonly pose?: PoseSpec | undefined;
  /** Replaces the expression. */
  readonly expression?: Expression | undefined;
  /** Replaces the framing: `close_up`, `half_body` or `full_body`. */
  readonly framing?: Framing | undefined;
  /**
   * `own`: the look's own ground. Or a background token that needs no photo, such as `studio_light`, `beach_sunset`
   * or `transparent`; or `#rgb` or `#rrggbb` for exactly that flat colour. An SVG takes `own`, `transparent` and flat
   * colours. Default `own`.
   */
  readonly background?: KnownOrOwn<BackgroundToken | 'own'> | undefined;
  /**
   * Palette token, `#rgb` or `#rrggbb`, or two of them with a comma between. Goes before `background`: with one that
   * a palette cannot colour, `studio_light` is used instead. A flat colour takes no palette. Default: the
   * background's own.
   */
  readonly palette?: KnownOrOwn<PaletteToken> | undefined;
  /**
   * Token of a light: `warm`, `cool`, `soft` or `dramatic`. It tints and shades the finished picture, ground and all; it never
   * lightens skin. Default: the
   * look's own light.
   */
  readonly light?: KnownOrOwn<LightToken> | undefined;
  /** Platform token; sets the default of `sizePx` and what is warned of. Default `custom`. */
  readonly platform?: KnownOrOwn<PlatformToken> | undefined;
  /** Side of the square picture in pixels, 64 to 2048. Default: the platform's, 800. */
  readonly sizePx?: number | undefined;
  /**
   * Width and height of a picture that is no square, instead of `sizePx`: 256 to 1536 pixels each, from 9:21 to 21:9. A
   * wide picture has more ground at both sides of the person, a high one shows more of the body.
   */
  readonly size?: PictureSize | undefined;
  /**
   * 32-bit unsigned integer. Decides what was not said of a person without a seed, and the background. The same
   * person, options and seed give the same bytes. Default: the seed of the spec, or 0.
   */
  readonly seed?: number | undefined;
  /** `svg` for the vector looks `anime` and `flat`. Default `png`. */
  readonly format?: DrawnFormat | undefined;
  /** Names the run in the metadata of a PNG. Default: a name derived from the options. */
  readonly runId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with every event of the run. What it throws is dropped. */
  readonly onEvent?: ((event: StageEvent) => void) | undefined;
}
