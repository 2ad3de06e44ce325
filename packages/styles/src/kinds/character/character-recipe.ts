import { CHARACTER_CHECKS } from '../checks.js';
import type { Recipe } from '../recipe.js';
import type { CharacterRendering } from './character-rendering.js';
import { characterRendering } from './character-schema.js';

/** Drawn whole by its look: nothing comes over it. */
export const characterRecipe = {
  schema: characterRendering,
  fileSchema: characterRendering,
  networkIds: () => [],
  needsParts: false,
  finishing: () => ({}),
  enlargement: () => 'smooth',
  checks: () => CHARACTER_CHECKS,
  look: ({ look }) => look,
} satisfies Recipe<CharacterRendering>;
