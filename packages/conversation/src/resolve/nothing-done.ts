import { mentionsOf } from '../mentions.js';
import { generalQuestion } from '../offers.js';
import type { Reading, Unmet } from '../reading.js';
import type { Light, Subject } from '../recipe/recipe.js';
import type { Pending } from '../recipe/state.js';
import type { Said } from '../said.js';
import { notUnderstood } from './not-understood.js';

const LIGHTS: readonly (readonly [label: string, light: Light])[] = [
  ['Softer light', 'soft'],
  ['Warmer light', 'warm'],
  ['Cooler light', 'cool'],
  ['More dramatic light', 'dramatic'],
];
const WHICH_LIGHT: Pending = {
  question: 'Which of these lights comes near?',
  options: LIGHTS.map(([label, light]) => ({ label, edits: [{ set: 'light', to: light }] })),
};

/** The answer to a message that changes nothing: what cannot be done is told, what is unclear is asked. */
export function nothingDone(said: Said, unmet: readonly Unmet[], subject: Subject | undefined): Reading {
  if (mentionsOf(said.mentions, 'no-light').length > 0) return { kind: 'ask', pending: WHICH_LIGHT, unmet };
  const granted = mentionsOf(said.mentions, 'granted');
  if (unmet.length > 0 || granted.length > 0) {
    const texts = unmet.map(({ words, why }) => `“${words}”: ${why}`);
    return {
      kind: 'say',
      text: [...texts, ...granted.slice(0, 1).map(({ value }) => value.value)].join(' '),
      unmet,
    };
  }
  return { kind: 'ask', pending: generalQuestion(subject), unmet: notUnderstood(said), isUnclear: true };
}
