import { expectTypeOf, test } from 'vitest';
import type { RecipeTable } from './recipe.js';
import type { RECIPES } from './recipes.js';
import type { RenderingKind } from './rendering.js';

test('a kind without a recipe does not compile', () => {
  expectTypeOf<typeof RECIPES>().toExtend<RecipeTable>();
  expectTypeOf<typeof RECIPES>().not.toExtend<RecipeTable<RenderingKind | 'fifth'>>();
});
