import type { Age } from '@avatar/character';
import type { Lexicon } from '../lexicon/lexicon.js';
import { colour, elsewhere, says, type Sense } from '../lexicon/sense.js';
import type { Word } from './words.js';

/** A phrase of the text with its sense, or a word that the lexicon does not have. */
export interface Item {
  readonly sense: Sense | undefined;
  /** Its words: from this one up to the one before `to`. */
  readonly from: number;
  readonly to: number;
}

const YOUNGEST = 18;
const LAST_YEARS: readonly (readonly [Age, number])[] = [
  ['young_adult', 34],
  ['early_middle_age', 49],
  ['late_middle_age', 59],
];

/** The band of an age in years. */
const ageBand = (years: number): Age => LAST_YEARS.find(([, last]) => years <= last)?.[0] ?? 'senior';

/** The longest phrase that the lexicon has at each place; one pass, bounded by the longest phrase. */
export function itemsOf(words: readonly Word[], lexicon: Lexicon): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < words.length; at = items[items.length - 1].to) items.push(itemAt(words, at, lexicon));
  return items;
}

function itemAt(words: readonly Word[], at: number, lexicon: Lexicon): Item {
  const { text } = words[at];
  if (text.startsWith('#')) return { sense: colour(text), from: at, to: at + 1 };
  const age = lexicon.ageAt(words, at);
  if (age)
    return {
      sense: age.years < YOUNGEST ? elsewhere('age') : says({ age: ageBand(age.years) }),
      from: at,
      to: at + age.length,
    };
  let node = lexicon.phrases;
  let found: Item = { sense: undefined, from: at, to: at + 1 };
  for (let next = at; next < words.length; next++) {
    // A phrase does not reach over a sign, hyphens apart.
    if (next > at && words[next].gap !== 'none' && words[next].gap !== 'hyphen') break;
    const following = node.next.get(words[next].text);
    if (!following) break;
    node = following;
    if (node.sense) found = { sense: node.sense, from: at, to: next + 1 };
  }
  return found;
}
