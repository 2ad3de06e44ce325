import { isChatter } from './lexicon/chatter.js';
import { overlaps, type Span } from './words/plain-text.js';

/** As many as a reply names. */
const MOST_PHRASES = 3;
const MOST_LETTERS = 60;
/** What parts one wish from the next. */
const PARTED = /[.,;:!?()\n]|(?<![\p{L}])(?:and|but|or|then|with)(?![\p{L}])/u;
/** Where on somebody a thing is. */
const ON_BODY =
  /(?<![\p{L}])(?:on|over|around|round|under|above|across|behind|near|next to|in) (?:(?:the|his|her|my|their|one|each|both|left|right) )*(?:eyes?|nose|head|neck|ears?|cheeks?|forehead|chin|hair|face|lips?|brows?|eyebrows?|shoulders?)(?![\p{L}])/gu;
/** What something comes in the place of. */
const REPLACED =
  /(?<![\p{L}])(?:instead of|rather than) (?:(?:the|a|an|his|her|my|this|that) )?[\p{L}]+(?![\p{L}])/gu;
/** "For my new job", "because I have an interview": why somebody asks, and no wish. */
const REASON =
  /(?<![\p{L}])(?:for (?:my|our|his|her|their|the|a|an|some|when|work|school|job|use)|because|cause|cuz|since|so that|so i can|as i|when i|before i|i(?:'m| am) (?:applying|starting|going|looking for|a|an|in)|i (?:have|work|run|own|teach|study|manage|just|got|need (?:it|this|one) (?:for|by))|it's for|its for|this is|it is for|to use|like (?:my|i))(?![\p{L}])[^.,;!?\n]*/gu;

/**
 * What of a message nobody understood, as phrases to be named in the reply.
 * @param unread words that are known to no lexicon
 * @param covered places that were understood
 */
export function leftOver(text: string, unread: readonly Span[], covered: readonly Span[]): readonly string[] {
  const idle = [REASON, ON_BODY, REPLACED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  );
  const known = [...covered, ...idle];
  const words = unread
    .filter((span) => !known.some((other) => overlaps(span, other)))
    .filter(({ start, end }) => !isChatter(text.slice(start, end)))
    .sort((one, other) => one.start - other.start);
  const phrases: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = phrases.at(-1);
    const goesOn =
      last !== undefined &&
      !PARTED.test(text.slice(last.end, start)) &&
      !known.some((span) => overlaps(span, { start: last.end, end: start }));
    if (goesOn) last.end = Math.max(last.end, end);
    else phrases.push({ start, end });
  }
  return phrases
    .slice(0, MOST_PHRASES)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + MOST_LETTERS)).trim());
}
