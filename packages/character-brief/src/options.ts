import { AvatarError, knownOptions } from '@avatar/stage';
import type { BriefAttributes } from './attributes/brief-attributes.js';

/** How a brief is read. */
export interface ReadBriefOptions {
  /** What a form or another vendor's request says in fields; free text goes before them. */
  readonly attributes?: BriefAttributes;
  /** Language of the text, such as `en` or `en-GB`; default `en`, the only one so far. */
  readonly locale?: string;
  /** Chooses within the broad prior of the field `ethnicity`; an integer from 0 to 4294967295, default 0. */
  readonly seed?: number;
}

/** The longest text, with the field `appearance`, in characters. */
export const MAX_BRIEF_LENGTH = 2000;

/** Options of `readBrief`, without attributes. */
export function checkBrief(text: unknown, options: ReadBriefOptions): asserts text is string {
  knownOptions('readBrief', options, ['attributes', 'locale', 'seed']);
  if (typeof text !== 'string')
    throw new AvatarError(
      'invalid-options',
      `Expected a text for text, received ${text === null ? 'null' : `a ${typeof text}`}`,
      {
        facts: { option: 'text' },
      },
    );
}

/** A text within its length. */
export function withinLength(text: string): string {
  if (text.length <= MAX_BRIEF_LENGTH) return text;
  throw new AvatarError(
    'invalid-options',
    `Expected a description of at most ${MAX_BRIEF_LENGTH} characters, received ${text.length}; shorten it`,
    {
      reason: 'too-long',
      publicMessage: `Please describe the person in at most ${MAX_BRIEF_LENGTH} characters.`,
      facts: { option: 'text', length: text.length },
    },
  );
}
