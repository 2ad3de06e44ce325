import { ADJECTIVES, COMPARATIVES, NOUNS } from '../comparative/vocabulary.js';
import { isAllChatter } from '../words/idle-words.js';
import { isDenied } from '../words/negation.js';
import { HUES } from './nounless.js';

const HOW = `(?:${[HUES, ...Object.keys(ADJECTIVES), ...Object.keys(COMPARATIVES), 'plain|simple|nice|nicer|smart|striped|spotted|knitted'].join('|')})`;
const HOWS = `(?<how>(?:(?:very|really|much|slightly|bit|little) )*${HOW}(?:(?:,| and|, and)? ${HOW})*)`;
const ONE = new RegExp(`(?<![\\p{L}])(?<article>an? )?${HOWS} ones?(?![\\p{L}])`, 'gu');
/** "But make it blue", "can it be darker". */
const IT = new RegExp(
  `(?<![\\p{L}])(?<verb>make|turn|paint|colou?r|dye|have|want|get|but|can|could|should|needs?|like|with|and) (?:it|them|that|those)(?<be>(?: to| be| a| in| is| bit| little| slightly| much| should| could| more| all)*) ${HOWS}(?![\\p{L}]| (?:${NOUNS}|light|lighting|style|look|version|picture|photo))`,
  'gu',
);
/** "Could they be rounder?" */
const ARE_THEY = new RegExp(
  `(?<![\\p{L}])(?<verb>could|can|should|may|might|must|let) (?:they|it|these|those|them) (?<be>(?:be|get|look|become|a bit|a little|slightly|much|rather|more) )+${HOWS}(?![\\p{L}]| (?:${NOUNS}|light|lighting|style|look|version|picture|photo))`,
  'gu',
);
const THING = new RegExp(
  `(?<![\\p{L}])(?:${NOUNS}|earrings?|necklace|scarf|coat|tie|lipstick|bow|headband|bandana)(?![\\p{L}])`,
  'gu',
);
/** "The blue one" is a picture, or one of several things; "a blue one" is what was spoken of. */
const DEFINITE = /(?<![\p{L}])(?:the|that|this|which|first|second|third|last|other) (?:[\p{L}]+ )?$/u;

/**
 * A message with the thing that "one" and "it" stand for: "The beard should be there: give him a short one" and
 * "I like the hat, but make it blue".
 * @param last what was changed last, for messages that name nothing themselves
 */
export function withThingsNamed(text: string, last: string | undefined): string {
  return text
    .replaceAll(ONE, (words, article: string | undefined, how: string, at: number) => {
      if (DEFINITE.test(text.slice(0, at))) return words;
      const named = thingBefore(text, at);
      // "The blouse should be a green one" names it already.
      if (named !== undefined && IS.test(text.slice(0, at))) return how;
      if (named !== undefined) return `${article ?? ''}${how} ${named}`;
      const rest = text.slice(0, at) + text.slice(at + words.length);
      return last === undefined || !isAllChatter(rest) ? words : `the ${last} ${how}`;
    })
    .replaceAll(IT, (words, verb: string, be: string, how: string, at: number, whole: string) => {
      const named = thingBefore(whole, at);
      return named === undefined ? words : `${verb} the ${named}${be} ${how}`;
    })
    .replaceAll(ARE_THEY, (words, verb: string, be: string, how: string, at: number, whole: string) => {
      const named = thingBefore(whole, at);
      return named === undefined ? words : `${verb} the ${named} ${be}${how}`;
    });
}

const IS = new RegExp(
  `(?:${NOUNS}) (?:(?:should|could|can|must|to|might|will|would) )*(?:be|is|are|become) (?:(?:an?|maybe|rather|really|just|silk|cotton|nice) )*$`,
  'u',
);

/** The last thing that is named before a place, and is not to go. */
function thingBefore(text: string, at: number): string | undefined {
  const before = [...text.slice(0, at).matchAll(THING)].at(-1);
  if (before === undefined) return undefined;
  const { 0: words, index: start } = before;
  return isDenied(text, { start, end: start + words.length }) ? undefined : words;
}
