import { readBrief, type BriefReading } from '@avatar/character-brief';
import { AvatarError } from '@avatar/stage';

/** What words say about a person. Nothing is drawn and no worker is needed: it takes some milliseconds. */
export type ReadWords = Pick<BriefReading, 'spec' | 'understood' | 'unsupported'>;

/** @throws AvatarError `input-rejected` with reason `content-policy` for words that are refused */
export function readWords(text: string): ReadWords {
  const { refused, ...said } = readBrief(text);
  if (refused === undefined) return said;
  throw AvatarError.rejected(refused.reason, 'The words about the person are against the content policy', {
    publicMessage: refused.publicMessage,
    facts: { category: refused.category },
  });
}
