import { invalidOption } from '@avatar/stage';
import { animeCharacter } from './anime-character.js';
import { cartoon } from './cartoon.js';
import { cinematic } from './cinematic.js';
import { corporateHeadshot } from './corporate-headshot.js';
import { cyberpunk } from './cyberpunk.js';
import { editorialPortrait, editorialPortraitBw } from './editorial-portrait.js';
import { fantasyElf } from './fantasy-elf.js';
import { fantasyKnight } from './fantasy-knight.js';
import { fantasyWizard } from './fantasy-wizard.js';
import { findByToken } from './look-up.js';
import { noir } from './noir.js';
import { painterly } from './painterly.js';
import { pixelArt } from './pixel-art.js';
import { render3d } from './render-3d.js';
import { scifi } from './scifi.js';
import { social } from './social.js';
import type { Style } from './style.js';
import { vintage } from './vintage.js';

/** Every style of the toolkit. */
export const STYLES: readonly Style[] = [
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
];

/** @throws `invalid-options` that lists the known styles */
export const styleByToken = (token: string): Style => findByToken('style', STYLES, token);

const KINDS: readonly unknown[] = ['photo', 'drawn'] satisfies Style['rendering']['kind'][];

/**
 * The style that a `style` option means: a token of `STYLES`, or a style of the caller's own.
 * @throws `invalid-options` for an unknown token or something that is no style
 */
export function resolveStyle(style: string | Style): Style {
  if (typeof style === 'string') return styleByToken(style);
  const rendering = (style as Partial<Style> | null | undefined)?.rendering;
  if (!KINDS.includes(rendering?.kind))
    throw invalidOption('a style token or a style', 'style', typeof style);
  return style;
}
