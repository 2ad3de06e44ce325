import type { CharacterPath, CharacterSpec } from '@avatar/character';
import type { UnsupportedReason } from './lexicon/sense.js';

/** Where words stand: in the text, in the field `appearance`, or in another attribute field. */
export type WordsFrom = 'text' | 'appearance' | 'attribute';

/** Words that were understood, and what they put into the spec. */
export interface Understood {
  /** As they were written; the value of the field for an attribute. */
  readonly words: string;
  readonly from: WordsFrom;
  /** First character of the words, and the one behind the last; both 0 for an attribute. */
  readonly start: number;
  readonly end: number;
  readonly path: CharacterPath;
  readonly value: unknown;
  /** The attribute field. */
  readonly field?: string;
  /** Why, where it is not plain from the words. */
  readonly note?: string;
}

/** Words that were meant as a wish and are not in the spec. */
export interface Unsupported {
  readonly words: string;
  readonly from: WordsFrom;
  readonly start: number;
  readonly end: number;
  readonly reason: UnsupportedReason;
  readonly field?: string;
}

/** A word that the lexicon does not have. */
export interface UnreadWord {
  readonly words: string;
  readonly from: WordsFrom;
  readonly start: number;
  readonly end: number;
}

/** What a text is refused for. */
export type PolicyCategory = 'undressing' | 'sexual-content' | 'minors' | 'hate-symbols' | 'demeaning-person';

/** Why nothing is drawn. */
export interface Refusal {
  readonly reason: 'content-policy';
  readonly category: PolicyCategory;
  /** For the person who wrote the words. */
  readonly publicMessage: string;
}

/** What a brief says. */
export interface BriefReading {
  /** Only what was said; `fillCharacter` finds the rest. Empty if the brief is refused. */
  readonly spec: CharacterSpec;
  readonly understood: readonly Understood[];
  readonly unsupported: readonly Unsupported[];
  /** Every word that nothing is known of, whether or not it was meant as a wish. */
  readonly unread: readonly UnreadWord[];
  readonly refused?: Refusal;
}
