import type { Reading } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import type { Said } from '../said.js';

export const MOST_PICTURES = 4;

/** A question for a number that was not said, or that is too large. */
export function countQuestion({ count }: Said, edits: readonly Edit[]): Reading | undefined {
  if (count >= 1 && count <= MOST_PICTURES) return undefined;
  const question =
    count === 0
      ? 'How many variations shall I make?'
      : `I make at most ${MOST_PICTURES} pictures at a time. How many shall it be?`;
  const options = [2, 3, 4].map((number) => ({ label: `${number} pictures`, edits, count: number }));
  return { kind: 'ask', pending: { question, options }, unmet: [] };
}
