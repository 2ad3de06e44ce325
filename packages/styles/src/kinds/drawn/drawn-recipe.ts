import { DRAWING_CHECKS } from '../checks.js';
import type { Recipe } from '../recipe.js';
import type { DrawnRendering } from './drawn-rendering.js';
import { drawnRendering } from './drawn-schema.js';

/** A drawing needs no retouching; one of pixels gets its pixels, and they stay square. */
export const drawnRecipe = {
  schema: drawnRendering,
  fileSchema: drawnRendering,
  networkIds: () => [],
  needsParts: true,
  finishing: ({ pixels }) => (pixels ? { pixels } : {}),
  enlargement: ({ pixels }) => (pixels ? 'nearest' : 'smooth'),
  checks: () => DRAWING_CHECKS,
} satisfies Recipe<DrawnRendering>;
