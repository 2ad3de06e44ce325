import { backgroundByToken } from '@avatar/styles';
import { COLOUR, COLOURS, type BackgroundValue } from './lexicon/surroundings.js';
import { mentionsIn, mentionsOf } from './mentions.js';
import { findPhrases, phrase } from './words/phrase.js';
import { plainText } from './words/plain-text.js';

const NAMED_COLOURS = [phrase(COLOUR, true)];

/**
 * The backdrop of a drawn person that words about what stands behind them name: a place, a backdrop, or a colour
 * wherever it stands.
 * @returns undefined where they name none that there is; a street is no neon city
 */
export function backdropIn(words: string): BackgroundValue | undefined {
  const text = plainText(words);
  const wished = mentionsOf(mentionsIn(text), 'background').find(
    ({ value, isDenied }) => !isDenied && isPainted(value.value.background),
  );
  if (wished !== undefined) return wished.value.value;
  const [colour] = findPhrases(text, NAMED_COLOURS);
  return colour && { background: COLOURS[colour.words.replaceAll(/[\s-]+/g, ' ')] ?? colour.words };
}

/** Neither made of a photo nor nothing at all. */
const isPainted = (token: string | undefined): boolean =>
  token !== undefined && !['photo', 'transparent'].includes(backgroundByToken(token).kind);
