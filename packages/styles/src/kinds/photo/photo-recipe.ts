import { PHOTO_CHECKS } from '../checks.js';
import type { Recipe } from '../recipe.js';
import type { PhotoRendering } from './photo-rendering.js';
import { photoRendering } from './photo-schema.js';

/** A photo stays a photo. */
export const photoRecipe = {
  schema: photoRendering,
  fileSchema: photoRendering,
  networkIds: () => [],
  needsParts: false,
  finishing: ({ retouch, ornament, grade, brushwork }) => ({
    retouch,
    ...(ornament && { ornament }),
    ...(grade && { grade }),
    ...(brushwork && { brushwork }),
  }),
  enlargement: () => 'smooth',
  checks: () => PHOTO_CHECKS,
} satisfies Recipe<PhotoRendering>;
