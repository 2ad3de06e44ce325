import type { Span } from './plain-text.js';

const NEGATIONS =
  /(?<![\p{L}\p{N}])(?:not|no|neither|nor|don't|dont|do not|never|without|instead of|rather than|other than|anything but|except|isn't|is not|wasn't|shouldn't|stop|remove|get rid of|lose|drop|ditch|less|hate|dislike|no more|from)(?![\p{L}\p{N}])/gu;
/** What ends the reach of a "not". */
const ENDS =
  /[.!?;:,\n]|(?<![\p{L}\p{N}])(?:but|however|instead(?! of)|please|with|just|only|and (?:an?|some|my|his|her|their)|(?:and|then) (?:with|make|use|do|give|put|show|add|change|turn|go|i))(?![\p{L}\p{N}])/u;
const MOST_LETTERS = 60;

/** Whether what is said at a place is said not to be: a "not" stands before it, and nothing ends its reach. */
export function isDenied(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - MOST_LETTERS);
  const before = text.slice(from, start);
  for (const { 0: word, index } of before.matchAll(NEGATIONS)) {
    const between = before.slice(index + word.length);
    if (ENDS.test(between)) continue;
    if (
      word === 'from' &&
      !/^\s*(?:the\s+)?(?:style\s+|version\s+)?(?:in)?to(?![\p{L}])/u.test(text.slice(end))
    )
      continue;
    // "Instead of mountains a forest".
    if (/^(?:instead|rather)/.test(word) && /\p{L}+\s+(?:an?|some|my)\s/u.test(between)) continue;
    if (word === 'not' && /^\s*(?:only|just)/.test(between)) continue;
    if (word === 'no' && /^\s*(?:wait|problem)/.test(between)) continue;
    return true;
  }
  return false;
}
