import { AvatarError, knownOptions } from '@avatar/stage';
import { defineStyle } from '../define-style.js';
import type { Platform } from '../platforms.js';
import type { Style } from '../style.js';
import type { KnownOrOwn } from '../known-or-own.js';
import { resolveStyle, STYLES, type StyleToken } from './styles.js';

/** The styles that a program knows: the toolkit's, then its own. */
export interface StyleCatalogue {
  readonly styles: readonly Style[];
  /**
   * The style that a `style` option means: a token of this catalogue, or a style of the caller's own.
   * @throws `invalid-options` that lists the known styles and the nearest, or names the first wrong field of a style
   */
  readonly resolve: (style: KnownOrOwn<StyleToken> | Style) => Style;
  /** The styles for a platform: its default first, then all that are meant for it. */
  readonly stylesFor: (platform: Platform) => readonly Style[];
}

export interface CatalogueOptions {
  /**
   * Styles of your own, each with a token that no other style has. They are checked as `defineStyle` does. Default:
   * none.
   */
  readonly styles?: readonly Style[] | undefined;
}

/** @throws AvatarError `invalid-options` for a wrong style, or for a token that is taken */
export function createCatalogue(options: CatalogueOptions = {}): StyleCatalogue {
  knownOptions('createCatalogue', options, ['styles']);
  const { styles: own = [] } = options;
  const styles: Style[] = [...STYLES];
  own.forEach((style, index) => {
    const defined = defineStyle(style);
    if (styles.some(({ token }) => token === defined.token)) throw tokenIsTaken(index);
    styles.push(defined);
  });
  Object.freeze(styles);
  return {
    styles,
    resolve: (style) => resolveStyle(style, styles),
    stylesFor: ({ token, defaultStyle }) => [
      resolveStyle(defaultStyle, styles),
      ...styles.filter((style) => style.token !== defaultStyle && style.platforms.includes(token)),
    ],
  };
}

const tokenIsTaken = (index: number): AvatarError =>
  new AvatarError(
    'invalid-options',
    `Expected a token that no other style has for styles[${index}].token, received one that is taken`,
    { facts: { option: `styles[${index}].token` } },
  );
