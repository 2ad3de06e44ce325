import { wordsOf } from '../reading/words.js';
import type { Phrases, Sense } from './sense.js';

/** Phrases by their words, for the longest match at a place of a text. */
export interface PhraseTree {
  readonly next: Map<string, PhraseTree>;
  sense?: Sense;
}

/** Later tables go first where two have the same phrase. */
export function treeOf(tables: readonly Phrases[]): PhraseTree {
  const root: PhraseTree = { next: new Map() };
  for (const table of tables)
    for (const [written, sense] of Object.entries(table))
      for (const phrase of phrasesIn(written)) place(root, phrase, sense);
  return root;
}

function place(root: PhraseTree, phrase: string, sense: Sense): void {
  let node = root;
  for (const { text } of wordsOf(phrase)) {
    let following = node.next.get(text);
    if (!following) node.next.set(text, (following = { next: new Map() }));
    node = following;
  }
  node.sense = sense;
}

/** `a|b(s)|c (x|y) d` as `a`, `b`, `bs`, `c x d`, `c y d`. */
export const phrasesIn = (written: string): string[] =>
  written.split(/\|(?![^(]*\))/).flatMap((phrase) => {
    const choices = /\(([^)]*)\)/.exec(phrase);
    if (!choices) return [phrase];
    const options = choices[1].includes('|') ? choices[1].split('|') : ['', choices[1]];
    return options.flatMap((option) => phrasesIn(phrase.replace(choices[0], option)));
  });
