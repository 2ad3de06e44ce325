import type { Reading } from './reading.js';
import type { Edit } from './recipe/edits.js';
import type { Option } from './recipe/state.js';
import { says } from './words/phrase.js';

const TOGETHER =
  'same person|all of me|all me|both of me|both me|these are me|photos of me|pictures of me|selfies|all the same|together|of myself|one person|all show me|both show me';
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th'];

export type PhotoChoice =
  { readonly kind: 'photo'; readonly photo: number | 'best' } | Extract<Reading, { readonly kind: 'ask' }>;

/** Which of several photos a message means; who is meant is asked, where it does not say. */
export function photoChoice(text: string, photos: number, edits: readonly Edit[]): PhotoChoice {
  if (says(text, TOGETHER)) return { kind: 'photo', photo: 'best' };
  const named = ORDINALS.findIndex((names) => says(text, `(?:${names}) (?:photo|picture|image|one|selfie)`));
  if (named >= 0 && named < photos) return { kind: 'photo', photo: named };
  const options: Option[] = [
    { label: 'They show the same person: use them together', edits, photo: 'best' },
    ...Array.from({ length: photos }, (_, at) => ({ label: `Photo ${at + 1}`, edits, photo: at })),
  ];
  const question = 'You sent several photos. Do they show one person, or who is meant?';
  return { kind: 'ask', pending: { question, options }, unmet: [] };
}
