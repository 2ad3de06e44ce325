import type { Recipe } from '../recipe.js';
import { fittedChecks } from './fitted-checks.js';
import type { FittedRendering } from './fitted-rendering.js';
import { fittedRendering } from './fitted-schema.js';

/** A drawing on a sheet; one in oil gets its strokes before the canvas shows through. */
export const fittedRecipe = {
  schema: fittedRendering,
  fileSchema: fittedRendering,
  networkIds: () => [],
  needsParts: true,
  finishing: ({ retouch, brushwork, sheet }) => ({
    ...(retouch && { retouch }),
    ...(brushwork && { brushwork }),
    sheet,
  }),
  enlargement: () => 'smooth',
  checks: ({ record }) => fittedChecks(record),
} satisfies Recipe<FittedRendering>;
