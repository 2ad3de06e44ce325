import type { CharacterPath, CharacterSpec } from '@avatar/character';
import type { Understood, Unsupported, WordsFrom } from '../brief-reading.js';
import type { Leftover } from '../reading/report-mentions.js';
import type { Word } from '../reading/words.js';
import type { Fact } from './facts.js';

/** The texts of a brief as one, whose words findings and leftovers point into. */
export interface ReadText {
  /** The field `appearance`, then the text of the brief, so that what is said last goes first. */
  readonly joined: string;
  readonly words: readonly Word[];
  /** Where the text of the brief begins in it. */
  readonly textStart: number;
}

/** The words of a range, as they were written. */
export function spanOf(
  { joined, words, textStart }: ReadText,
  range: { readonly from: number; readonly to: number },
) {
  const { start } = words[range.from];
  const { end } = words[range.to - 1];
  const from: WordsFrom = start < textStart ? 'appearance' : 'text';
  const offset = from === 'text' ? textStart : 0;
  return { words: joined.slice(start, end), from, start: start - offset, end: end - offset };
}

const LISTS: readonly string[] = ['accessories', 'effects'];

/** The spec of all facts. */
export function specFrom(facts: readonly Fact[]): CharacterSpec {
  const spec: Record<string, unknown> = {};
  for (const { path, value, finding } of facts) {
    const [section, field] = path.split('.');
    if (LISTS.includes(path)) {
      const list = (spec[section] ??= []) as unknown[];
      if (!finding?.negative) list.push(value);
    } else if (field === undefined) spec[section] = value;
    else spec[section] = { ...(spec[section] as object | undefined), [field]: value };
  }
  return spec;
}

const ETHNICITY_NOTE = 'a broad prior of the field; say otherwise in words, and the words go first';

/** What was understood, of the facts that are in the spec. */
export function understoodFrom(facts: readonly Fact[], read: ReadText): Understood[] {
  return facts.map(({ path, value, finding, field }) => {
    const denied = finding?.negative && LISTS.includes(path);
    const at = { path: path as CharacterPath, value: denied ? [] : value };
    if (finding) return { ...spanOf(read, finding), ...at };
    const { name = '', words = '' } = field ?? {};
    const note = name === 'ethnicity' ? { note: ETHNICITY_NOTE } : {};
    return { words, from: 'attribute', start: 0, end: 0, ...at, field: name, ...note };
  });
}

/** Leftovers with their words; neighbours of one reason become one. */
export function unsupportedFrom(leftovers: readonly Leftover[], read: ReadText): Unsupported[] {
  const sorted = [...leftovers].sort((one, other) => one.from - other.from || other.to - one.to);
  const merged: Leftover[] = [];
  for (const leftover of sorted) {
    const before = merged.at(-1);
    const touches =
      before &&
      (leftover.from < before.to ||
        (leftover.from === before.to &&
          leftover.reason === before.reason &&
          ['none', 'hyphen'].includes(read.words[leftover.from].gap)));
    if (before && touches) merged[merged.length - 1] = { ...before, to: Math.max(before.to, leftover.to) };
    else merged.push(leftover);
  }
  return merged.map((leftover) => ({ ...spanOf(read, leftover), reason: leftover.reason }));
}
