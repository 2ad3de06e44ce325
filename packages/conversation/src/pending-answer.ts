import { NO, YES } from './lexicon/requests.js';
import type { Option, Pending } from './recipe/state.js';
import { plainText } from './words/plain-text.js';

/** How a message answers a question. */
export type Answer =
  | {
      readonly kind: 'chosen';
      readonly option: Option;
      /** What was said beyond it. */ readonly rest: string;
    }
  | { readonly kind: 'declined' }
  /** It says yes to a question with several answers. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

const ORDINALS = [
  'first|1st|one|1|a',
  'second|2nd|two|2|b',
  'third|3rd|three|3|c',
  'fourth|4th|four|4|d',
  'fifth|5th|five|5|e',
];
const THEN = '(?:(?:then|thanks|thank you|anyway|for now|after all)[\\s,.!]*)*';
const whole = (source: string): RegExp => new RegExp(`^(?:${source.replaceAll(' ', '\\s+')})$`, 'u');
const AFFIRMS = whole(`(?:(?:${YES})[\\s,.!]*)+${THEN}`);
const DENIES = whole(`(?:(?:${NO})[\\s,.!]*)+${THEN}`);
const BEGINS = new RegExp(`^(?:${YES.replaceAll(' ', '\\s+')})[\\s,.!]+(?:and|but|with|in|please)?\\s*`, 'u');

/** @param text in plain signs */
export function answerTo({ options }: Pending, text: string): Answer {
  const words = text.trim().replace(/[.!?]+$/, '');
  const isOffer = options[0]?.label.startsWith('Yes');
  if (isOffer) {
    if (AFFIRMS.test(words)) return chosen(options[0]);
    if (DENIES.test(words)) return chosen(options[options.length - 1]);
    const begun = BEGINS.exec(words);
    if (begun) return { kind: 'chosen', option: options[0], rest: words.slice(begun[0].length) };
  }
  const labelled = options.filter(({ label }) => isNamed(label, words));
  if (labelled.length === 1) return chosen(labelled[0]);
  const at = ORDINALS.findIndex((names) =>
    whole(`(?:the |option |number |no |#)?(?:${names})(?: one| option| please)*`).test(words),
  );
  if (at >= 0 && at < options.length) return chosen(options[at]);
  if (options.length > 0 && whole('(?:the )?last(?: one)?(?: please)?').test(words))
    return chosen(options[options.length - 1]);
  if (DENIES.test(words)) return { kind: 'declined' };
  if (AFFIRMS.test(words) && options.length > 0) return { kind: 'unclear' };
  return { kind: 'none' };
}

const chosen = (option: Option): Answer => ({ kind: 'chosen', option, rest: '' });

/** The label, or all of its words but small ones, and nothing beyond courtesy. */
function isNamed(label: string, words: string): boolean {
  const name = plainText(label);
  const bare = words
    .replace(/^(?:the|a|an|make it|use|take|i want|i'd like|let's do)\s+/u, '')
    .replace(/[\s,]+(?:please|then|one|thanks)$/u, '');
  return (
    bare === name ||
    (bare.length >= 4 && name.startsWith(`${bare} `)) ||
    (bare.length >= 5 && name.endsWith(` ${bare}`))
  );
}
