import { DRAWING_CHECKS } from '../checks.js';
import { paintedFinishing } from '../painted-finishing.js';
import type { Recipe } from '../recipe.js';
import type { FunctionRendering } from './function-rendering.js';
import { functionRendering } from './function-schema.js';

/** A function of the caller's: only in code. */
export const functionRecipe = {
  schema: functionRendering,
  fileSchema: undefined,
  networkIds: () => [],
  needsParts: false,
  finishing: paintedFinishing,
  enlargement: () => 'smooth',
  checks: () => DRAWING_CHECKS,
  code: ({ render }) => render,
} satisfies Recipe<FunctionRendering>;
