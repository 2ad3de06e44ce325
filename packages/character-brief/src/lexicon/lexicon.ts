import type { Word } from '../reading/words.js';
import type { PhraseTree } from './phrase-tree.js';

/** An age that was found in a text. */
export interface AgeFound {
  readonly years: number;
  /** How many words say it. */
  readonly length: number;
}

/** What a language brings. Another language is another one of these. */
export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  readonly phrases: PhraseTree;
  /** The age that begins at a word, if one does. */
  ageAt(words: readonly Word[], at: number): AgeFound | undefined;
}
