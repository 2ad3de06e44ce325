import { applyEdits as applyCharacterEdits, fillCharacter, type CharacterSpec } from '@avatar/character';
import type { Edit } from './edits.js';
import { withKey } from './edits.js';
import { withoutFace } from './photo-face.js';
import { EMPTY_RECIPE, type Recipe } from './recipe.js';

/** What a picture was made of. */
export interface Snapshot {
  readonly recipe: Recipe;
  /** Who is drawn; with `toMeasure`, only what is wished of them beyond the photo. */
  readonly character?: CharacterSpec;
  /** The character has to be measured from the photo first. */
  readonly toMeasure?: boolean;
}

/** One of the answers to a question, and what it changes. */
export interface Option {
  readonly label: string;
  readonly edits: readonly Edit[];
  /** Pictures that it asks for. Default 1; 0 for an answer that changes nothing. */
  readonly count?: number;
  /** Of several photos that were sent, from 0; `best`: they show one person. */
  readonly photo?: number | 'best';
}

/** A question that waits for its answer. */
export interface Pending {
  readonly question: string;
  readonly options: readonly Option[];
  /** Nothing was kept with it: the conversation is as its picture shows it. */
  readonly isAside?: true;
}

/** All that is known of a conversation when a message comes. */
export interface ConversationState {
  readonly now: Snapshot;
  /** What was drawn before, the latest last. */
  readonly past: readonly Snapshot[];
  /** What was undone and can be had again, the nearest first; gone once something else is drawn. */
  readonly ahead?: readonly Snapshot[];
  readonly pending?: Pending;
}

export const EMPTY_STATE: ConversationState = { now: { recipe: EMPTY_RECIPE }, past: [] };

/** Pictures that can be gone back to. */
export const MOST_PAST = 20;

/** What is changed by edits, in their order. Pure. */
export function applyEdits(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  return edits.reduce<Snapshot>((current, edit) => {
    if ('person' in edit) {
      const { toMeasure: _not, ...rest } = current;
      return { ...rest, character: edit.person };
    }
    if ('character' in edit)
      return { ...current, character: applyCharacterEdits(current.character ?? {}, [edit.character]).spec };
    const recipe = withKey(current.recipe, edit.set, edit.to);
    if (edit.set !== 'subject') return { ...current, recipe };
    // Who is in a photo is measured anew, and nobody who was drawn before is in it, nor how they stood and looked.
    if (edit.to === 'photo')
      return { recipe: current.recipe.subject === 'character' ? withoutFace(recipe) : recipe };
    return current.recipe.subject === 'photo'
      ? { recipe, character: {}, toMeasure: true }
      : { ...current, recipe };
  }, snapshot);
}

/** Whether two snapshots make one picture, in whatever order their fields were set. */
export const isSame = (one: Snapshot, other: Snapshot): boolean =>
  sorted(filled(one)) === sorted(filled(other));

/** What is left out of a person is there all the same. */
const filled = (snapshot: Snapshot): Snapshot =>
  snapshot.character && !snapshot.toMeasure
    ? { ...snapshot, character: fillCharacter(snapshot.character, snapshot.recipe.seed) }
    : { ...snapshot, recipe: { intensity: 1, ...snapshot.recipe } };

const sorted = (value: Snapshot): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The state once a new picture was drawn of a snapshot. */
export function advanced(
  { now, past }: ConversationState,
  drawn: Snapshot,
  wasDrawn: boolean,
): ConversationState {
  return { now: drawn, past: wasDrawn ? [...past, now].slice(-MOST_PAST) : past };
}

/** So many pictures back, if there are as many. */
export function undone(
  { now, past, ahead = [] }: ConversationState,
  steps: number,
): ConversationState | undefined {
  if (steps > past.length) return undefined;
  const at = past.length - steps;
  return { now: past[at], past: past.slice(0, at), ahead: [...past.slice(at + 1), now, ...ahead] };
}

/** The picture that was undone last, if nothing else was drawn since. */
export function redone({ now, past, ahead = [] }: ConversationState): ConversationState | undefined {
  const [next, ...further] = ahead;
  return next && { now: next, past: [...past, now].slice(-MOST_PAST), ahead: further };
}
