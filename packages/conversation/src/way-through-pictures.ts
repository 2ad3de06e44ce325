import { PUT_BACK, REDO, RESET, UNDO, UNDO_ALONE } from './lexicon/requests.js';
import type { Reading } from './reading.js';
import type { ConversationState } from './recipe/state.js';
import type { Said } from './said.js';
import { says } from './words/phrase.js';

/** Back to an earlier picture, forward again, or to the beginning; undefined for a message that goes no such way. */
export function wayThroughPictures(meant: Said, state: ConversationState): Reading | undefined {
  const { text } = meant;
  const isPlain = meant.styles.length === 0 && meant.mentions.every(({ isDenied }) => isDenied);
  if (isPlain && says(text, RESET)) return { kind: 'reset' };
  if (isPlain && says(text, REDO)) {
    if (state.ahead !== undefined && state.ahead.length > 0) return { kind: 'redo' };
    if (says(text, PUT_BACK)) return undo(text, state);
  }
  if (UNDO_ALONE.test(text) || (isPlain && says(text, UNDO) && !GOES_BACK_TO.test(text)))
    return undo(text, state);
  return undefined;
}

/** "Go back to grey" names what it goes back to, and that may not be the picture before. */
const GOES_BACK_TO =
  /(?<![\p{L}])back to (?!(?:the |my |that |our )?(?:one|version|picture|photo|last|previous|before|original|first|earlier|start|beginning|how|what|way)(?![\p{L}]))/u;

function undo(text: string, { past }: ConversationState): Reading {
  if (says(text, '(?:very )?first (?:one|picture|version)') && past.length > 0)
    return { kind: 'undo', steps: past.length };
  const steps = says(text, '(?:two|2)(?: steps| pictures| times| versions)?')
    ? 2
    : says(text, 'three|3')
      ? 3
      : 1;
  if (past.length >= steps) return { kind: 'undo', steps };
  const why = 'There is no picture before this one.';
  return { kind: 'say', text: why, unmet: [{ words: 'undo', why }] };
}
