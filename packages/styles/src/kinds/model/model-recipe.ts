import { DRAWING_CHECKS } from '../checks.js';
import { paintedFinishing } from '../painted-finishing.js';
import type { Recipe } from '../recipe.js';
import { locateNetwork } from './locate-network.js';
import { ownModelId, type ModelRendering } from './model-rendering.js';
import { modelRenderingInCode, modelRenderingInFile } from './model-schema.js';

/** A network that comes with the style. */
export const modelRecipe = {
  schema: modelRenderingInCode,
  fileSchema: modelRenderingInFile,
  networkIds: ({ token }) => [ownModelId(token)],
  needsParts: false,
  finishing: paintedFinishing,
  enlargement: () => 'smooth',
  checks: () => DRAWING_CHECKS,
  locateFiles: locateNetwork,
} satisfies Recipe<ModelRendering>;
