import type { Span } from './plain-text.js';

/** Phrases that mean one thing, as a pattern of whole words. */
export interface Phrase<Value> {
  readonly pattern: RegExp;
  readonly value: Value;
}

/**
 * Whole words: a space stands for spaces and hyphens, so that "3 ?d" is "3-D" and "3d".
 * @param source alternatives of a regular expression, in lower case
 */
export const phrase = <Value>(source: string, value: Value): Phrase<Value> => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst(source).replaceAll(/ (\??)/g, (_, isOptional) => (isOptional ? '[\\s-]*' : '[\\s-]+'))})(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  value,
});

/** Of alternatives the first that fits is taken: "comic book" has to be tried before "comic". */
function longestFirst(source: string): string {
  const alternatives = [''];
  let depth = 0;
  for (const [part] of source.matchAll(PARTS)) {
    if (part === '(') depth++;
    else if (part === ')') depth--;
    if (part === '|' && depth === 0) alternatives.push('');
    else alternatives[alternatives.length - 1] += part;
  }
  return alternatives.sort((one, other) => other.length - one.length).join('|');
}
/** Signs of a regular expression; those of a class are one. */
const PARTS = /\\.|\[(?:\\.|[^\]])*\]|[^]/gu;

export interface Found<Value> extends Span {
  readonly value: Value;
  readonly words: string;
}

/** Every place of the phrases; where they overlap, the longer one. In the order of the text. */
export function findPhrases<Value>(text: string, phrases: readonly Phrase<Value>[]): readonly Found<Value>[] {
  const all = phrases.flatMap(({ pattern, value }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      value,
      words,
      start: index,
      end: index + words.length,
    })),
  );
  all.sort((one, other) => other.words.length - one.words.length || one.start - other.start);
  const kept: Found<Value>[] = [];
  for (const found of all)
    if (!kept.some((other) => found.start < other.end && other.start < found.end)) kept.push(found);
  return kept.sort((one, other) => one.start - other.start);
}

/** Whether the text has it somewhere. */
export const says = (text: string, source: string): boolean => text.search(phrase(source, true).pattern) >= 0;
