/** What stands before a word. */
export type Gap = 'none' | 'hyphen' | 'comma' | 'colon' | 'semicolon' | 'stop';

/** A word of the text, in lower case, with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The strongest sign between the word before and this one. */
  readonly gap: Gap;
}

/** Colours by their hex, words with digits, `n't` at their end; an apostrophe otherwise parts words. */
const TOKEN =
  /#[0-9a-fA-F]{6}(?![\p{L}\p{N}])|\p{L}*n['’]t(?!\p{L})|[\p{L}\p{N}\p{M}]+|&|[-‐‑]|[–—,()[\]{}"“”/|]|:|;|[.!?\n]/gu;

const GAPS: Readonly<Record<string, Gap>> = {
  '-': 'hyphen',
  '‐': 'hyphen',
  '‑': 'hyphen',
  ':': 'colon',
  ';': 'semicolon',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '\n': 'stop',
};
const STRENGTH: readonly Gap[] = ['none', 'hyphen', 'comma', 'colon', 'semicolon', 'stop'];
const stronger = (one: Gap, other: Gap): Gap =>
  STRENGTH.indexOf(one) > STRENGTH.indexOf(other) ? one : other;

/** The stroke of "3/4". */
const isFraction = (text: string, token: string, at: number): boolean =>
  token === '/' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');

/** The end of "I'm". */
const isShortAm = (text: string, token: string, at: number): boolean =>
  token.toLowerCase() === 'm' && /['’]/.test(text[at - 1] ?? '');

/** Words of the text in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let gap: Gap = 'stop';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (/^[\p{L}\p{N}#&]/u.test(token)) {
      const folded = (isShortAm(text, token, index) ? 'am' : token)
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace('’', "'");
      words.push({ text: folded, start: index, end: index + token.length, gap });
      gap = 'none';
    } else gap = stronger(gap, isFraction(text, token, index) ? 'hyphen' : (GAPS[token] ?? 'comma'));
  }
  return words;
}
