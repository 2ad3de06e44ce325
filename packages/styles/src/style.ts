import type { BackgroundToken } from './backgrounds.js';
import type { Context } from './contexts.js';
import type { Rendering } from './kinds/rendering.js';
import type { KnownOrOwn } from './known-or-own.js';
import type { PaletteToken } from './palettes.js';
import type { PlatformToken } from './platforms.js';

/** Where the head goes. Fractions of the side of the square picture. */
export interface Framing {
  /** Crown to chin. */
  readonly headHeight: number;
  /** Eye line, measured from the top. */
  readonly eyeLine: number;
  /** Least space above the crown. */
  readonly minHeadroom: number;
}

/** Raised when a style that was written for the version before would mean something else. */
export const STYLE_VERSION = 1;

/** Everything that makes a style, as plain data. */
export interface Style<R extends Rendering = Rendering, Token extends string = string> {
  /** Version of this form that the style was written for. Default: 1, the only one. */
  readonly version?: typeof STYLE_VERSION;
  /** Stable name in requests, lower case with underscores, up to 64 characters. */
  readonly token: Token;
  /** Up to 80 characters. */
  readonly label: string;
  /** One sentence, up to 300 characters. */
  readonly description: string;
  /** SPDX identifier or expression: the strictest of the style's parameters, its own files and the models that it needs. */
  readonly licence: string;
  /** Up to 200 characters. */
  readonly creator: string;
  /** Tokens of the platforms that the style is meant for. */
  readonly platforms: readonly KnownOrOwn<PlatformToken>[];
  readonly context: Context;
  readonly framing: Framing;
  /** What goes behind the person unless the caller asks for something else. */
  readonly background: {
    readonly token: KnownOrOwn<BackgroundToken>;
    readonly palette: KnownOrOwn<PaletteToken>;
  };
  readonly rendering: R;
  /** Minimum calibrated likeness in [0, 1] by context. */
  readonly minLikeness: Readonly<Record<Context, number>>;
  /** Catalogue ids of the models that it needs beyond those of the default pipeline. Default: none. */
  readonly models?: readonly string[];
}
