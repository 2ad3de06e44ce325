import type { HairStyle, HairTexture } from '@avatar/character';
import type { HairLength } from '../meaning/sets.js';
import type { Facts } from './facts.js';

/** From here on a short cut is drawn as a pixie. */
const FEMININE = 0.6;
/** What a short form of a style is. */
const SHORT_FORM: Readonly<Partial<Record<HairStyle, HairStyle>>> = { long_locs: 'locs_short' };

/** Makes a style of length and texture where no style was named. */
export function resolveHair(facts: Facts): void {
  const length = facts.get('hair.length');
  facts.delete('hair.length');
  const style = facts.get('hair.style');
  if (!length) return;
  const named = style?.value as HairStyle | undefined;
  if (named === 'afro') {
    if (length.value === 'short') facts.set({ ...length, path: 'hair.volume', value: 0.2 });
    return;
  }
  if (named !== undefined && named !== 'receding') {
    const short = length.value === 'short' ? SHORT_FORM[named] : undefined;
    if (short) facts.set({ ...length, path: 'hair.style', value: short });
    return;
  }
  const presentation = facts.get('presentation')?.value as number | undefined;
  const texture = facts.get('hair.texture')?.value as HairTexture | undefined;
  facts.set({
    ...length,
    path: 'hair.style',
    value: styleOf(length.value as HairLength, texture, presentation ?? 0.5),
  });
}

function styleOf(length: HairLength, texture: HairTexture | undefined, presentation: number): HairStyle {
  switch (length) {
    case 'very_short':
      return 'buzz';
    case 'short':
      if (texture === 'curly' || texture === 'coily') return 'curly_short';
      return presentation > FEMININE ? 'pixie' : 'crop';
    case 'medium':
      return 'lob';
    case 'long':
      if (texture === 'curly' || texture === 'coily') return 'long_curly';
      return texture === 'wavy' ? 'long_wavy' : 'long_straight';
  }
}
