import type { PolicyCategory } from '@avatar/character-brief';
import type { Edit } from './recipe/edits.js';
import type { Pending } from './recipe/state.js';

/** Something that was wished and is not done. */
export interface Unmet {
  /** As they were written. */
  readonly words: string;
  /** For the person who wrote them. */
  readonly why: string;
}

/** What a message comes to. */
export type Reading =
  /** Something is to be drawn. */
  | {
      readonly kind: 'change';
      readonly edits: readonly Edit[];
      /** Pictures, 1 to 4. */
      readonly count: number;
      readonly unmet: readonly Unmet[];
      /** Which of several photos; see `Option.photo`. */
      readonly photo?: number | 'best';
    }
  /** Back to an earlier picture. */
  | { readonly kind: 'undo'; readonly steps: number }
  /** The picture that was undone last. */
  | { readonly kind: 'redo' }
  /** One of several pictures of the last message, from 0, and what shall be changed of it. */
  | {
      readonly kind: 'choose';
      readonly at: number;
      readonly edits: readonly Edit[];
      readonly unmet: readonly Unmet[];
    }
  /** Everything that was said about the picture is forgotten; photo and person stay. */
  | { readonly kind: 'reset' }
  /** It was not understood, or means two things. */
  | {
      readonly kind: 'ask';
      readonly pending: Pending;
      readonly unmet: readonly Unmet[];
      /** What is known already, for when there is somebody to draw. */
      readonly remember?: readonly Edit[];
      /** Nothing of the message was understood. */
      readonly isUnclear?: true;
    }
  /** Nothing is to be drawn. */
  | { readonly kind: 'say'; readonly text: string; readonly unmet: readonly Unmet[] }
  | { readonly kind: 'refuse'; readonly category: PolicyCategory; readonly text: string };
