import { ADJECTIVES } from '../comparative/vocabulary.js';
import { COLOUR } from '../lexicon/surroundings.js';
import { isDenied } from '../words/negation.js';
import { findPhrases, phrase, type Found, type Phrase } from '../words/phrase.js';
import { blanked } from '../words/plain-text.js';
import { saysNothing } from '../words/idle-words.js';

const SHADE =
  '(?:very |really |sunny |warm |cool |rich |muted |earthy |creamy |hot |electric |dusty |bright |dark |light |pale |deep |pastel |neon |soft |vivid |a bit of |a plain |plain |solid )*';
/** Colours by their names, those that only hair and cloth have among them. */
export const HUES = `${COLOUR}|blonde?|ginger|auburn|silver|platinum|olive|ivory|charcoal|lilac|mustard|khaki|tan|bronze|crimson`;
const COLOURS = [phrase(`${SHADE}(?:${HUES})`, true)];
/** How something is, with no colour. */
const QUALITIES = [
  phrase(
    `(?:very |really )?(?:${Object.keys(ADJECTIVES).join('|')}|plain|simple|neutral|striped|spotted|dotted|knitted|checked|oval|rectangular|messy)`,
    true,
  ),
];
/** "Green is ugly, try blue". */
const DISLIKED = new RegExp(
  `^(?:not )?(?:the )?(?:${HUES}) (?:is|looks?|was|isn't|doesn't) [\\p{L}' ]{2,30}[.,;!]+\\s*`,
  'u',
);

/** The colours of a message that says nothing else: "I think a dark green would be nicer". None where it says more. */
export function coloursAlone(text: string): readonly string[] {
  const rest = text.trim().replace(DISLIKED, '');
  const colours = wished(rest, COLOURS);
  const isAlone = saysNothing(blanked(rest, findPhrases(rest, COLOURS)).replaceAll(PARTS, ' '));
  return isAlone
    ? colours.map(({ words }) => words.replace(/^(?:a bit of |a plain |plain |solid )+/u, ''))
    : [];
}

/** The colours and qualities of a message that says nothing else: "short and grey". None where it says more. */
export function qualitiesAlone(text: string): readonly string[] {
  const found = [...wished(text, COLOURS), ...wished(text, QUALITIES)].sort(
    (one, other) => one.start - other.start,
  );
  const isAlone = saysNothing(
    blanked(text, [...findPhrases(text, COLOURS), ...findPhrases(text, QUALITIES)]).replaceAll(PARTS, ' '),
  );
  return isAlone ? found.map(({ words }) => words) : [];
}

/** What parts words, and says that something takes another's place. */
const PARTS = /(?<![\p{L}])(?:instead|looks?|colou?rs?|ones?|shades?|tones?)(?![\p{L}])/gu;

const wished = (text: string, phrases: readonly Phrase<boolean>[]): readonly Found<boolean>[] =>
  findPhrases(text, phrases).filter((found) => !isDenied(text, found));
