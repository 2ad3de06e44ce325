import { BACKGROUNDS as BACKGROUND_ENTRIES, STYLES } from '@avatar/styles';
import type { Look } from './recipe/recipe.js';

/** Names for people, by token. */
export const STYLE_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  STYLES.map(({ token, label }) => [token, label]),
);
export const BACKGROUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  BACKGROUND_ENTRIES.map(({ token, label }) => [token, label]),
);
export const LOOK_LABELS: Readonly<Record<Look, string>> = {
  toon3d: '3-D character',
  anime: 'Anime',
  flat: 'Flat illustration',
};
