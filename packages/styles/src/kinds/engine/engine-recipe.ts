import { DRAWING_CHECKS } from '../checks.js';
import { paintedFinishing } from '../painted-finishing.js';
import type { Recipe } from '../recipe.js';
import type { EngineRendering } from './engine-rendering.js';
import { engineRendering } from './engine-schema.js';

/** A generative engine that the caller brings: nothing is known of what it paints, so the stricter checks hold. */
export const engineRecipe = {
  schema: engineRendering,
  fileSchema: engineRendering,
  networkIds: () => [],
  needsParts: false,
  finishing: paintedFinishing,
  enlargement: () => 'smooth',
  checks: () => DRAWING_CHECKS,
  engine: (rendering) => rendering,
} satisfies Recipe<EngineRendering>;
