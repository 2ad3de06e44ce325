import type { Catalogue } from '../catalogue.js';
import { byId, make } from '../elements.js';
import { recipeRows, type Recipe } from './recipe.js';

const box = byId('recipe-box', HTMLDetailsElement);
const table = byId('recipe', HTMLTableElement);

/** The recipe as a small table; what the last message changed stands out. */
export function showRecipe(recipe: Recipe, before: Recipe | undefined, catalogue: Catalogue): void {
  const rows = recipeRows(recipe, before, catalogue);
  box.classList.toggle('empty', rows.length === 0);
  table.tBodies[0].replaceChildren(
    ...rows.map(({ name, value, colour, isChanged }) => {
      const told = isChanged ? [make('span', { className: 'visually-hidden' }, ' (changed)')] : [];
      return make(
        'tr',
        { className: isChanged ? 'changed' : '' },
        make('th', { scope: 'row' }, name),
        make('td', {}, ...dot(colour), make('span', {}, value), ...told),
      );
    }),
  );
}

function dot(colour: string | undefined): HTMLElement[] {
  if (colour === undefined) return [];
  const sample = make('i', { className: 'dot' });
  sample.style.setProperty('--swatch', colour);
  return [sample];
}
