import { readBrief } from '../../packages/character-brief/src/index.js';
import type { Sentence, Statement } from './read-sentences.js';

/** How well a sentence was read. */
export interface SentenceScore {
  readonly sentence: Sentence;
  readonly right: number;
  /** What was stated and is missing or wrong. */
  readonly wrong: readonly string[];
  /** What nobody said and is in the spec. */
  readonly invented: readonly string[];
  /** What should be told of as unsupported and is not. */
  readonly untold: readonly string[];
}

/** Distance in OKLab under which two colours have the same name; 0.16 is about red against orange. */
const SAME_COLOUR = 0.15;

export function scoreSentence(sentence: Sentence): SentenceScore {
  const { spec, unsupported } = readBrief(sentence.text, { attributes: sentence.attributes });
  const found = leavesOf(spec);
  const wrong = sentence.stated
    .filter(({ path, expected }) => !fits(found.get(path), expected))
    .map(({ path, expected }) => `${path}: ${expected}, not ${shown(found.get(path))}`);
  const known = [...sentence.stated.map(({ path }) => path), ...sentence.free];
  const told = unsupported.map(({ words, reason }) => `${words} ${reason}`.toLowerCase()).join(' / ');
  return {
    sentence,
    right: sentence.stated.length - wrong.length,
    wrong,
    invented: [...found]
      .filter(([path]) => !known.includes(path))
      .map(([path, value]) => `${path}=${shown(value)}`),
    untold: sentence.unsupported.filter((words) => !told.includes(words.toLowerCase())),
  };
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Every value of a spec by its path. */
function leavesOf(spec: object): Map<string, unknown> {
  return new Map(
    Object.entries(spec).flatMap(([section, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([field, inner]): [string, unknown] => [`${section}.${field}`, inner])
        : [[section, value] as [string, unknown]],
    ),
  );
}

function fits(value: unknown, expected: Statement['expected']): boolean {
  return expected.split('|').some((choice) => fitsOne(value, choice.trim()));
}

function fitsOne(value: unknown, expected: string): boolean {
  if (expected === '!') return value === undefined;
  if (value === undefined) return false;
  if (expected === '*') return true;
  if (Array.isArray(value))
    return value.map(String).sort().join(', ') === expected.split(', ').sort().join(', ');
  if (/^#[0-9a-f]{6}$/.test(expected)) return distance(shown(value).slice(1, -1), expected) < SAME_COLOUR;
  if (/^[<>]/.test(expected))
    return expected.split(' ').every((bound) => {
      const limit = Number(bound.slice(1));
      return bound.startsWith('>') ? Number(value) > limit : Number(value) < limit;
    });
  return shown(value).replaceAll('"', '') === expected;
}

/** Euclidean distance in OKLab (B. Ottosson, 2020). */
function distance(one: string, other: string): number {
  const [a, b] = [okLab(one), okLab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function okLab(hex: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
