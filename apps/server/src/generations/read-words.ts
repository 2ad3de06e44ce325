import { readBrief, type BriefAttributes, type BriefReading } from '@avatar/character-brief';
import { AvatarError } from '@avatar/stage';

/** What words say about a person. Nothing is drawn and no worker is needed: it takes some milliseconds. */
export type ReadWords = Pick<BriefReading, 'spec' | 'understood' | 'unsupported'>;

/**
 * @throws AvatarError `input-rejected` with reason `content-policy` for words that are refused, `invalid-options` for a
 * field that has none of its values
 */
export function readWords(text: string, attributes?: BriefAttributes): ReadWords {
  const { refused, ...said } = readBrief(text, attributes && { attributes });
  if (refused === undefined) return said;
  throw AvatarError.rejected(refused.reason, 'The words about the person are against the content policy', {
    publicMessage: refused.publicMessage,
    facts: { category: refused.category },
  });
}
