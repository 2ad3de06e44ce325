import type { Recipe } from '../recipe/recipe.js';

/** What an interpreter made of a message. */
export interface Interpretation {
  /** Edits of the recipe; none where it did not understand either. */
  readonly edits: readonly unknown[];
  /** The message in English, for the content policy, whose rules are in English. */
  readonly english?: string;
}

/**
 * Understands a message that the rules did not: the hook for a language model of the operator's. It is told the
 * message and the recipe, and no photo, no picture and nothing of the person. What it gives is believed in nothing:
 * see `understandMessage`.
 *
 * @param signal aborted when the caller is gone or the time is over
 */
export type Interpret = (message: string, recipe: Recipe, signal: AbortSignal) => Promise<unknown>;
