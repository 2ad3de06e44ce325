import type { CharacterEdit } from '@avatar/character';
import type { FaceDetector, FaceEmbedder } from '@avatar/face';
import type { LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import type { OnnxHubOptions } from '@avatar/onnx';
import type { InputGateOptions } from '@avatar/quality-gate';
import type { PictureSize, RasterFormat, StageEvent } from '@avatar/stage';
import type {
  BackgroundToken,
  KnownOrOwn,
  LightToken,
  PaletteToken,
  PlatformToken,
  Style,
  StyleToken,
} from '@avatar/styles';
import type { PhotoInput } from './photo-source.js';
import type { Engines } from './engine/engines.js';
import type { Mode } from './modes.js';

/** What all runs of a generator share. */
export interface GeneratorOptions {
  /**
   * A hub of your own, which you dispose of yourself, or the options of one on ONNX Runtime that the generator makes and
   * disposes of. Default: such a hub with its own defaults.
   */
  readonly models?: ModelHub | OnnxHubOptions | undefined;
  /**
   * Proposes where faces may be, in place of BlazeFace: such as that of `@avatar/face-api`. The 468-point mesh of `models`
   * decides about its candidates. Default: `blazeFace(models)`.
   */
  readonly detector?: FaceDetector | undefined;
  /** Compares avatars and photos, in place of SFace, on its own scale. Default: `sfaceEmbedder(models)`. */
  readonly embedder?: FaceEmbedder | undefined;
  /** Limits of the photo's file; see `@avatar/load`. */
  readonly load?: LoadOptions | undefined;
  /**
   * Styles of your own, beside those of the toolkit: `generate` takes their tokens. From `defineStyle`, or from a file
   * by `loadStyleFile`. Default: none.
   */
  readonly styles?: readonly Style[] | undefined;
  /**
   * Generative engines by the names that styles of the kind `engine` call them; see `@avatar/engine`. The photo is sent
   * to them. Default: none.
   */
  readonly engines?: Engines | undefined;
  /** What happens to photos of small or several faces; see `@avatar/quality-gate`. */
  readonly input?: InputGateOptions | undefined;
}

export const FAIL_POLICIES = ['return_best', 'discard', 'fallback_original'] as const;

/** What the caller gets when no attempt passes the quality gate. */
export type FailPolicy = (typeof FAIL_POLICIES)[number];

/** One avatar. Everything has a default. */
export interface GenerateOptions {
  /** Style token of the toolkit or of `GeneratorOptions.styles`, or a style of your own. Default: the platform's. */
  readonly style?: KnownOrOwn<StyleToken> | Style | undefined;
  /** Platform token. Sets the defaults of style and size, and how much likeness is asked for. Default: `custom`. */
  readonly platform?: KnownOrOwn<PlatformToken> | undefined;
  /** Background token, or `#rgb` or `#rrggbb` for exactly that flat colour. Default: the style's. */
  readonly background?: KnownOrOwn<BackgroundToken> | undefined;
  /**
   * A picture of your own to stand behind the person: a path, a `data:` URL or the bytes of a file. As much of its
   * middle is shown as has the shape of the picture. It may be as large as a photo, and 64 pixels small. Goes with no `background` or with `image`, and
   * before a palette.
   */
  readonly backgroundImage?: PhotoInput | undefined;
  /** How far `backgroundImage` is out of focus, as a fraction of the picture's side, 0 to 0.1. Default: 0, sharp. */
  readonly backgroundBlur?: number | undefined;
  /**
   * Palette token; `#rgb` or `#rrggbb` for a backdrop of that colour; or two of them with a comma between, such as
   * `#7b2ff7,#2f6bff`. Goes before `background`: with one that a palette cannot colour, such as `transparent` or
   * `deep_bokeh`, the style's own background is used instead. A flat colour takes no palette. Default: the
   * background's own.
   */
  readonly palette?: KnownOrOwn<PaletteToken> | undefined;
  /** Side of the square picture in pixels, 64 to 2048. Default: the platform's, 800. */
  readonly sizePx?: number | undefined;
  /**
   * Width and height of a picture that is no square, instead of `sizePx`: 256 to 1536 pixels each, from 9:21 to 21:9.
   * The head keeps its size to the shorter side, unless the photo cuts the person: then the frame is tighter, so
   * that the cut lies on the picture's edge, or the person fades out before it.
   */
  readonly size?: PictureSize | undefined;
  /**
   * `max`: the picture to keep. `eco`: a quick preview of it, made at 320 px and brought to `sizePx`, from the same
   * seed and in the same frame; likeness and safety are checked as always. Default: `max`.
   */
  readonly mode?: Mode | undefined;
  /**
   * Token of a light: `warm`, `cool`, `soft` or `dramatic`. It tints and shades the finished picture, and moves the
   * lamp of styles that light the person anew; it never
   * lightens skin. Default: the style's own light.
   */
  readonly light?: KnownOrOwn<LightToken> | undefined;
  /**
   * A slight smile of the person in the photo, 0 to 0.5: their own mouth is drawn up, and nothing is painted; whoever
   * smiles already is left alone. The picture then shows what the photo does not, and a warning says so. Not for
   * styles that draw a character: `edits` give those any expression. Default: 0, as in the photo.
   */
  readonly smile?: number | undefined;
  /**
   * A slight turn of the head in the photo, -5 to 5 degrees, positive towards the right edge of the picture. With a
   * warning, and not for characters, as `smile`. Default: 0.
   */
  readonly yawDeg?: number | undefined;
  /** Strength of the style in (0, 1]. Default: 1. */
  readonly intensity?: number | undefined;
  /** 32-bit unsigned integer. The same photo, options and seed give the same bytes. Default: 0. */
  readonly seed?: number | undefined;
  /** Least likeness in [0, 1]. Default: the style's for the platform's context; without a platform, for its own. */
  readonly minLikeness?: number | undefined;
  /**
   * When no attempt passes: `return_best` returns the best one with warnings, `discard` fails with `gate-exhausted`,
   * `fallback_original` returns the aligned square of the photo itself, unstyled. Default: `return_best`.
   */
  readonly onFail?: FailPolicy | undefined;
  /**
   * Of styles that draw a character: changes of what was measured, such as its pose or clothes, before it is drawn; at
   * most 500. Default: none.
   */
  readonly edits?: readonly CharacterEdit[] | undefined;
  /**
   * What the picture and its thumbnail are written as. JPEG has no transparency: it is refused with the background
   * `transparent`. Default: `png`.
   */
  readonly format?: RasterFormat | undefined;
  /**
   * Quality of `jpeg`, `webp` or `avif`, 1 to 100; the same number means something else in each of them. Default: 90
   * for `jpeg` and `webp`, 75 for `avif`. Not for `png`.
   */
  readonly quality?: number | undefined;
  /** Names the run in the file's metadata. Default: a name derived from the options. */
  readonly runId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with every event of the run. What it throws is dropped. */
  readonly onEvent?: ((event: StageEvent) => void) | undefined;
}
