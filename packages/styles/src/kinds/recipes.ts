import type { Style } from '../style.js';
import { characterRecipe } from './character/character-recipe.js';
import type { CharacterLook } from './character/character-rendering.js';
import { drawnRecipe } from './drawn/drawn-recipe.js';
import { engineRecipe } from './engine/engine-recipe.js';
import type { EngineRendering } from './engine/engine-rendering.js';
import { fittedRecipe } from './fitted/fitted-recipe.js';
import { functionRecipe } from './function/function-recipe.js';
import { modelRecipe } from './model/model-recipe.js';
import { photoRecipe } from './photo/photo-recipe.js';
import type { FinishingSteps, Recipe, RecipeTable, StyleChecks } from './recipe.js';
import type { Rendering } from './rendering.js';

/** What every kind of rendering means. */
export const RECIPES = {
  photo: photoRecipe,
  drawn: drawnRecipe,
  model: modelRecipe,
  function: functionRecipe,
  character: characterRecipe,
  engine: engineRecipe,
  fitted: fittedRecipe,
} satisfies RecipeTable;

/** The recipe for the rendering's own kind: TypeScript cannot follow that table and rendering belong together. */
const recipeOf = ({ kind }: Rendering): Recipe => (RECIPES as RecipeTable)[kind] as Recipe;

/** Told apart by the network that knows hair, skin and clothes, which a style of any kind may name among its models. */
const PARTS_MODEL_ID = 'selfie-multiclass';

/** Whether the person's parts (hair, skin, clothes) have to be told apart for the style. */
export const needsParts = ({ rendering, models = [] }: Style): boolean =>
  recipeOf(rendering).needsParts || models.includes(PARTS_MODEL_ID);

/** Ids of the networks that the style itself brings: they draw the person. */
export const networkIdsOf = (style: Style): readonly string[] => recipeOf(style.rendering).networkIds(style);

/** What comes over the rendered person. */
export const finishingOf = ({ rendering }: Style): FinishingSteps => recipeOf(rendering).finishing(rendering);

/** How the finished picture is brought to a larger size. */
export const enlargementOf = ({ rendering }: Style): 'smooth' | 'nearest' =>
  recipeOf(rendering).enlargement(rendering);

/**
 * The look in which a style draws the character that was measured from the photo; undefined where it renders the photo
 * itself.
 */
export const lookOf = ({ rendering }: Style): CharacterLook | undefined =>
  recipeOf(rendering).look?.(rendering);

/** How a style has the person painted by an engine that the caller brings; undefined where it needs none. */
export const engineRenderingOf = ({ rendering }: Style): EngineRendering | undefined =>
  recipeOf(rendering).engine?.(rendering);

/** What the gate may assume of the style's avatars. */
export const checksOf = ({ rendering }: Style): StyleChecks => recipeOf(rendering).checks(rendering);

/** What of the style is code: two styles that are equal as data and differ in it are two styles. */
export const codeOf = ({ rendering }: Style): unknown => recipeOf(rendering).code?.(rendering);

/**
 * The rendering with the absolute paths of files that lie beside its style file.
 * @throws AvatarError `invalid-options` for a file that is not there, or is outside
 */
export const locateFiles = async (rendering: Rendering, folder: string): Promise<Rendering> =>
  recipeOf(rendering).locateFiles?.(rendering, folder) ?? rendering;
