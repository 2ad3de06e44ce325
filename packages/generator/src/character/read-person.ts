import {
  applyEdits,
  checkCharacter,
  type CharacterEdit,
  type CharacterSpec,
  type PoseSpec,
} from '@avatar/character';
import {
  readBrief,
  type BriefAttributes,
  type BriefReading,
  type Refusal,
  type Understood,
} from '@avatar/character-brief';
import { AvatarError, invalidOption, knownOptions } from '@avatar/stage';
import type { DrawOptions } from './draw-options.js';

/** What somebody writes about a person, with the fields of a form. */
export interface Brief {
  /** May be empty where the fields say something; up to 2,000 characters with `attributes.appearance`. */
  readonly text: string;
  /** Fields of a form or of another vendor's request; the text goes first. */
  readonly attributes?: BriefAttributes | undefined;
  /** Language of the text, such as `en`. Default `en`. */
  readonly locale?: string | undefined;
}

/** Who is drawn: words, words with fields, or a spec. */
export type CharacterInput = string | Brief | CharacterSpec;

/** A person, and what became of the words about them. */
export interface KnownPerson {
  /** With the seed that decides what it leaves open. */
  readonly character: CharacterSpec & { readonly seed: number };
  readonly understood: readonly Understood[];
  readonly unsupported: BriefReading['unsupported'];
}

/**
 * Finds out who is drawn, before any work.
 *
 * @throws AvatarError `input-rejected` with reason `content-policy` for words that are refused, `invalid-options`
 */
export function readPerson(
  who: CharacterInput,
  { edits = [], pose, expression, framing }: Pick<DrawOptions, 'edits' | 'pose' | 'expression' | 'framing'>,
  seed: number | undefined,
): KnownPerson {
  const brief = briefOf(who);
  const reading = brief && wordsOf(brief, seed);
  const given = reading?.spec ?? checkCharacter(who);
  if (!Array.isArray(edits)) throw invalidOption('a list of edits', 'edits', typeof edits);
  const edited = edits.length === 0 ? given : applyEdits(given, edits as readonly CharacterEdit[]).spec;
  const posed: PoseSpec = { ...edited.pose, ...pose, ...(framing !== undefined && { framing }) };
  const character = {
    ...edited,
    ...(expression !== undefined && { expression }),
    ...(Object.keys(posed).length > 0 && { pose: posed }),
    seed: edited.seed ?? seed ?? 0,
  };
  checkCharacter(character);
  return {
    character,
    understood: reading?.understood ?? [],
    unsupported: reading?.unsupported ?? [],
  };
}

function briefOf(who: CharacterInput): Brief | undefined {
  if (typeof who === 'string') return { text: who };
  return typeof who === 'object' && who !== null && 'text' in who ? who : undefined;
}

function wordsOf(brief: Brief, seed: number | undefined): BriefReading {
  knownOptions('a brief', brief, ['text', 'attributes', 'locale']);
  const { text, attributes, locale } = brief;
  const reading = readBrief(text, {
    ...(attributes && { attributes }),
    ...(locale !== undefined && { locale }),
    ...(seed !== undefined && { seed }),
  });
  if (reading.refused) throw refused(reading.refused);
  return reading;
}

const refused = ({ reason, category, publicMessage }: Refusal): AvatarError =>
  AvatarError.rejected(reason, 'The words about the person are against the content policy', {
    publicMessage,
    facts: { category },
  });
