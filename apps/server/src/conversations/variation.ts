import type { Snapshot } from '@avatar/conversation';
import { backgroundByToken } from '@avatar/styles';

const PALETTES = ['navy', 'warm_beige', 'charcoal', 'peach_lavender'] as const;
const INTENSITIES = [1, 0.85, 0.7, 0.55] as const;
const SEEDS = 2 ** 32;

/** The seed so many steps on. */
export const seedAfter = (seed: number, steps: number): number => (seed + steps) % SEEDS;

/**
 * One of several pictures of the same wish. Another seed changes who is drawn within a description; a photo stays
 * itself, so its backdrop varies, or the strength of its style where the backdrop was chosen.
 * @param at from 0
 */
export function variationOf(snapshot: Snapshot, at: number): Snapshot {
  const { recipe, character, toMeasure } = snapshot;
  const seed = seedAfter(recipe.seed, at);
  if (recipe.subject === 'character' && toMeasure !== true)
    return at === 0
      ? snapshot
      : {
          recipe: { ...recipe, seed },
          character: { ...character, seed: seedAfter(character?.seed ?? seed, at) },
        };
  if (at === 0) return snapshot;
  const { background } = recipe;
  const isFree = background === undefined || backgroundByToken(background).kind === 'palette';
  return {
    ...snapshot,
    recipe: isFree
      ? { ...recipe, seed, background: background ?? 'studio_light', palette: PALETTES[at % PALETTES.length] }
      : { ...recipe, seed, intensity: INTENSITIES[at % INTENSITIES.length] },
  };
}

/** The next seed: another drawing of the same wish. */
export function bumped({ recipe, character, ...rest }: Snapshot): Snapshot {
  const seed = seedAfter(recipe.seed, 1);
  return { ...rest, recipe: { ...recipe, seed }, ...(character && { character: { ...character, seed } }) };
}

/** Variations leave the person and the wish as they were; the next ones begin behind them. */
export const withLaterSeed = (made: Snapshot, wished: Snapshot, count: number): Snapshot => ({
  ...made,
  recipe: { ...wished.recipe, seed: seedAfter(wished.recipe.seed, count) },
});
