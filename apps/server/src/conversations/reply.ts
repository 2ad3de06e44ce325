import { editWords, type Edit, type Unmet } from '@avatar/conversation';
import { verdictOn } from './picture-verdict.js';
import type { ShownPicture } from './stored-state.js';

/** What is about to be drawn, in words. */
export function understoodText(edits: readonly Edit[], count: number): string {
  const said = edits.filter(isLastOfItsKey).flatMap((edit) => editWords(edit) ?? []);
  const what = count === 1 ? 'a picture' : `${count} pictures`;
  return said.length === 0 ? `I make ${what}.` : `I make ${what} with ${said.join(', ')}.`;
}

/** A new order forgets what was, and sets it anew. */
const isLastOfItsKey = (edit: Edit, at: number, edits: readonly Edit[]): boolean =>
  !('set' in edit) || edits.findLastIndex((other) => 'set' in other && other.set === edit.set) === at;

/** Warnings that tell of a wish that was not followed: whoever reads the text alone is told too. */
const UNFOLLOWED: readonly string[] = ['expression-kept'];

/** What else is to be said of the pictures that were made, of as many as were asked for. */
export function notesOn(made: readonly Pick<ShownPicture, 'verdict'>[], count: number): readonly string[] {
  const unfollowed = verdictOn(made).warnings.filter(({ code }) => UNFOLLOWED.includes(code));
  return [
    ...new Set(unfollowed.map(({ message }) => message)),
    ...(made.length < count ? [`I made ${made.length} of ${count}: there is no credit for more.`] : []),
  ];
}

/** What was made, and what was not. */
export function madeText(made: number, unmet: readonly Unmet[], notes: readonly string[]): string {
  const first = made === 1 ? 'Here it is.' : `Here are ${made} pictures.`;
  return [first, ...unmetTexts(unmet), ...notes].join(' ');
}

/** Wishes with the same reason in one sentence. */
export function unmetTexts(unmet: readonly Unmet[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { words, why } of unmet) byReason.set(why, [...(byReason.get(why) ?? []), `“${words}”`]);
  return [...byReason].map(([why, words]) => `${words.join(', ')}: ${why}`);
}

export const questionText = (question: string, options: readonly string[]): string =>
  options.length === 0
    ? question
    : `${question} ${options.map((option, at) => `${at + 1}. ${option}`).join('  ')}`;
