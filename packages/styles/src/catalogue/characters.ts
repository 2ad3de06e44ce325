import type { CharacterRendering } from '../kinds/character/character-rendering.js';
import type { Style } from '../style.js';
import { drawn } from './drawn.js';

/** A character of the toolkit's own drawing, measured from the photo. */
export const characterToon3d: Style<CharacterRendering, 'character_toon3d'> = {
  ...drawn,
  token: 'character_toon3d',
  label: '3D character',
  description: 'You as a modelled character of an animated film, measured from the photo and drawn anew.',
  background: { token: 'studio_light', palette: 'peach_lavender' },
  rendering: { kind: 'character', look: 'toon3d' },
};

export const characterAnime: Style<CharacterRendering, 'character_anime'> = {
  ...drawn,
  token: 'character_anime',
  label: 'Anime hero',
  description: 'You as an anime character with inked lines, measured from the photo and drawn anew.',
  background: { token: 'neon_geometric', palette: 'neon_pink_cyan' },
  rendering: { kind: 'character', look: 'anime' },
};

export const characterFlat: Style<CharacterRendering, 'character_flat'> = {
  ...drawn,
  token: 'character_flat',
  label: 'Flat character',
  description: 'You as a modern flat illustration, measured from the photo and drawn anew.',
  background: { token: 'studio_light', palette: 'peach_lavender' },
  rendering: { kind: 'character', look: 'flat' },
};
