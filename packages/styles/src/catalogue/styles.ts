import { invalidOption } from '@avatar/stage';
import { animeCharacter } from './anime-character.js';
import { cartoon } from './cartoon.js';
import { characterAnime, characterFlat, characterToon3d } from './characters.js';
import { cinematic } from './cinematic.js';
import { corporateHeadshot } from './corporate-headshot.js';
import { cyberpunk } from './cyberpunk.js';
import { checkStyle } from '../define-style.js';
import { editorialPortrait, editorialPortraitBw } from './editorial-portrait.js';
import { fantasyElf } from './fantasy-elf.js';
import { fantasyKnight } from './fantasy-knight.js';
import { fantasyWizard } from './fantasy-wizard.js';
import { findByToken } from '../look-up.js';
import { noir } from './noir.js';
import { painterly } from './painterly.js';
import { pixelArt } from './pixel-art.js';
import { render3d } from './render-3d.js';
import { scifi } from './scifi.js';
import { social } from './social.js';
import type { Rendering } from '../kinds/rendering.js';
import type { KnownOrOwn } from '../known-or-own.js';
import type { Style } from '../style.js';
import { vintage } from './vintage.js';

const TOOLKIT = [
  corporateHeadshot,
  animeCharacter,
  cartoon,
  pixelArt,
  render3d,
  editorialPortrait,
  editorialPortraitBw,
  noir,
  cinematic,
  vintage,
  social,
  cyberpunk,
  scifi,
  fantasyWizard,
  fantasyKnight,
  fantasyElf,
  painterly,
  characterToon3d,
  characterAnime,
  characterFlat,
] as const satisfies readonly Style[];

export type StyleToken = (typeof TOOLKIT)[number]['token'];

/** Every style of the toolkit. */
export const STYLES: readonly Style<Rendering, StyleToken>[] = TOOLKIT;

/** @throws `invalid-options` that lists the known styles */
export const styleByToken = (token: string): Style => findByToken<Style>('style', STYLES, token);

/**
 * The style that a `style` option means: a token, or a style of the caller's own, which is checked.
 * @param styles where tokens are looked up; see `createCatalogue`. Default: `STYLES`
 * @throws `invalid-options` for an unknown token, or the first wrong field of a style
 */
export function resolveStyle(
  style: KnownOrOwn<StyleToken> | Style,
  styles: readonly Style[] = STYLES,
): Style {
  if (typeof style === 'string') return findByToken('style', styles, style);
  if (typeof style !== 'object' || style === null)
    throw invalidOption('a style token or a style', 'style', typeof style);
  if (!styles.includes(style)) checkStyle(style);
  return style;
}
