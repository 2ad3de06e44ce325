import type { GenerationRecord, ReadWords } from '../../generations/index.js';

export interface VendorWarning {
  readonly code: string;
  readonly message: string;
}

/** What of a request is not in its pictures, each once: pictures of one request have the same. */
export function warningsOf(records: readonly GenerationRecord[]): VendorWarning[] {
  const warnings = records.flatMap(({ avatar }) => avatar?.warnings ?? []);
  const wishes = records.find(({ avatar }) => avatar !== undefined)?.avatar?.unsupported ?? [];
  const missed = wishes.map(({ words, reason }) => ({
    code: reason,
    message: `Not in the picture: ${words}`,
  }));
  return [
    ...new Map([...warnings, ...missed].map(({ code, message }) => [message, { code, message }])).values(),
  ];
}

/** Words of a prompt that change nothing. @param backdrop what is drawn behind the person for them, if anything */
export const wishesNotDrawn = (
  { unsupported }: Pick<ReadWords, 'unsupported'>,
  backdrop: object | undefined,
): VendorWarning[] =>
  unsupported
    .filter(({ reason }) => reason !== 'background' || backdrop === undefined)
    .map(({ reason, words }) => ({ code: reason, message: `Not in the picture: ${words}` }));
