import { ADJECTIVES, COMPARATIVES, NOUNS } from '../comparative/vocabulary.js';
import { HUES } from './nounless.js';

const HOW = `(?:${[HUES, ...Object.keys(ADJECTIVES), ...Object.keys(COMPARATIVES), 'plain|simple|nice|nicer|smart|striped|spotted|knitted'].join('|')})`;
const ONE = new RegExp(
  `(?<![\\p{L}])(?<how>(?:(?:very|really|much|slightly|bit|little) )*${HOW}(?:(?:,| and|, and)? ${HOW})*) ones?(?![\\p{L}])`,
  'gu',
);
const THING = new RegExp(
  `(?<![\\p{L}])(?:${NOUNS}|earrings?|necklace|scarf|coat|tie|lipstick|smile|bow|headband|bandana)(?![\\p{L}])`,
  'gu',
);
/** "The blue one" is a picture, or one of several things; "a blue one" is what was spoken of. */
const DEFINITE = /(?<![\p{L}])(?:the|that|this|which|first|second|third|last|other) (?:[\p{L}]+ )?$/u;

/**
 * "The beard should be there: give him a short one" names the beard twice.
 * @param last what was changed last, for messages that name nothing themselves
 */
export function withNamedOnes(text: string, last: string | undefined): string {
  return text.replaceAll(ONE, (words, how: string, at: number) => {
    const before = text.slice(0, at);
    if (DEFINITE.test(before)) return words;
    const named = [...before.matchAll(THING)].at(-1)?.[0] ?? last;
    return named === undefined ? words : `${how} ${named}`;
  });
}
