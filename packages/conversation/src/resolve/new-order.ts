import { RECIPE_PATHS, type Edit } from '../recipe/edits.js';
import type { Recipe } from '../recipe/recipe.js';
import { applyEdits } from '../recipe/state.js';
import type { Reading } from '../reading.js';
import { readForPhoto } from './for-photo.js';
import type { Said } from '../said.js';
import { says } from '../words/phrase.js';

const ORDERS =
  'create|generate|transform (?:this|my|the|me)|convert (?:this|my|the|me)|turn (?:this|my|the|me)|make (?:an?|me|this|my)|draw|i (?:want|need|would like)';
const AS_BEFORE =
  'same|too|also|as well|like (?:before|the last|that|the other)|again|instead|this one|another photo';

/**
 * A message about a photo that came with it. A whole order takes over no backdrop, light or style of the picture before:
 * clients that name no session send all of their orders into one.
 */
export function readForNewPhoto(said: Said, recipe: Recipe): Reading {
  const forgotten = forgetting(said, recipe);
  const reading = readForPhoto(said, applyEdits({ recipe }, forgotten).recipe, true);
  if (reading.kind === 'change') return { ...reading, edits: [...forgotten, ...reading.edits] };
  if (reading.kind !== 'ask') return reading;
  const options = reading.pending.options.map((option) => ({
    ...option,
    edits: [...forgotten, ...option.edits],
  }));
  const remember = [...forgotten, ...(reading.remember ?? [])];
  return { ...reading, pending: { ...reading.pending, options }, remember };
}

function forgetting({ text }: Said, recipe: Recipe): readonly Edit[] {
  if (recipe.subject === undefined || !says(text, ORDERS) || says(text, AS_BEFORE)) return [];
  return RECIPE_PATHS.filter((path) => !KEPT.has(path) && has(recipe, path)).map((path) => ({
    set: path,
    to: null,
  }));
}

const KEPT: ReadonlySet<string> = new Set(['subject', 'mode', 'seed']);

function has(recipe: Recipe, path: string): boolean {
  const [key, inner] = path.split('.');
  if (inner !== undefined) return inner in (recipe.pose ?? {});
  return recipe[key as keyof Recipe] !== undefined;
}
