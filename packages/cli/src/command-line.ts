/**
 * onnxruntime matches a recursive regular expression against the command line of its process when it starts: about 29
 * 000 characters overflow a stack of 8 MB, a few thousand that of a thread or of another system
 * (docs/known-faults.md). From this length on, the command runs in a child whose own command line is short.
 */
const LONGEST = 2000;

/** Whether the models could not be loaded safely in a process that was started with these words. */
export function isTooLong(words: readonly string[]): boolean {
  return words.reduce((length, word) => length + word.length + 1, 0) > LONGEST;
}
