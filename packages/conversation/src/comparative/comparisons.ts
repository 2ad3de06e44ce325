import { overlaps, type Span } from '../words/plain-text.js';
import {
  ADJECTIVES,
  COMPARATIVES,
  GROUND_NOUNS,
  MORE_OF,
  NOUNS,
  OF_BODY,
  OF_BODY_PLAIN,
  OF_HAIR,
  OF_HAIR_PLAIN,
} from './vocabulary.js';

/** "The nose a bit smaller": a wish against what is there. */
export interface Comparison extends Span {
  readonly noun: string;
  /** As descriptions have it. */
  readonly adjective: string;
  /** 1 towards the adjective, -1 away from it: "too long". */
  readonly direction: 1 | -1;
  /** Steps: half of one for "a bit", two for "much". */
  readonly steps: number;
}

const A_BIT =
  'a (?:tiny |little |wee |small )?(?:bit|little|touch|tad|smidge|smidgen|shade|notch)|one shade|bit|slightly|somewhat|kinda|a hair';
const MUCH = 'much|way|a lot|lots|far|significantly|considerably|loads|really';
const DEGREE = `(?:(?<degree>${A_BIT}|${MUCH}|even|still) )?`;
const HIS = '(?:the |his |her |their |my |its |your )?';
const BE =
  '(?:(?:is|are|be|look|looks|looking|should be|could be|to be|needs? to be|must be|came out|seems?|still|just|maybe|please|sort of|kind of) )*';
const alternatives = (words: Readonly<Record<string, string>>): string => Object.keys(words).join('|');
const NOUN = `(?<noun>${NOUNS})`;
const COMPARED = `(?<compared>${alternatives(COMPARATIVES)})`;
const PLAIN = `(?<plain>${alternatives(ADJECTIVES)})`;

type Form = readonly [source: string, direction: 1 | -1];
/** In the order in which they are believed. */
const FORMS: readonly Form[] = [
  // too long hair; hair is way too long
  [`${DEGREE}too ${PLAIN} ${HIS}${NOUN}`, -1],
  [`${HIS}${NOUN} ${BE}${DEGREE}too ${PLAIN}`, -1],
  // eyes not big enough
  [`${HIS}${NOUN} ${BE}(?:not|isn't|aren't) ${PLAIN} enough`, 1],
  // less curly hair, not so curly hair; hair less curly
  [`${DEGREE}(?:less|not (?:so|as|that|quite so)) ${PLAIN} ${HIS}${NOUN}`, -1],
  [`${HIS}${NOUN} ${BE}${DEGREE}(?:less|not (?:so|as|that|quite so)) ${PLAIN}`, -1],
  // more curly hair; hair more curly
  [`${DEGREE}more ${PLAIN} ${HIS}${NOUN}`, 1],
  [`${HIS}${NOUN} ${BE}${DEGREE}more ${PLAIN}`, 1],
  // a bit longer hair; the hair a bit longer
  [`${DEGREE}${COMPARED} ${HIS}${NOUN}`, 1],
  [`${HIS}${NOUN} ${BE}${DEGREE}${COMPARED}`, 1],
  // more beard, less hair
  [`${DEGREE}(?<more>more) ${NOUN}`, 1],
  [`${DEGREE}(?<more>less) ${NOUN}`, -1],
  // curlier, less curly
  [`${DEGREE}(?<curls>${OF_HAIR})`, 1],
  [`${DEGREE}more (?<curls>${OF_HAIR_PLAIN})`, 1],
  [`${DEGREE}(?:too|less|not (?:so|as|that|quite so)) (?<curls>${OF_HAIR_PLAIN})`, -1],
  // slimmer, too skinny
  [`${DEGREE}(?<compared>${OF_BODY})`, 1],
  [`${DEGREE}more (?<plain>muscular)`, 1],
  [`${DEGREE}(?:too|less|not (?:so|as|that)) (?<plain>${OF_BODY_PLAIN})`, -1],
];
const PATTERNS = FORMS.map(([source, direction]) => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${source.replaceAll(/ (?!\)?\?)/g, '[\\s-]+')})(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  direction,
}));

/** Every wish of a text against what is there; none twice. @param text in plain signs */
export function comparisonsIn(text: string): readonly Comparison[] {
  const found: Comparison[] = [];
  for (const { pattern, direction } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const comparison = comparisonOf(match, direction);
      if (comparison !== undefined && !found.some((other) => overlaps(other, comparison)))
        found.push(comparison);
    }
  return found.map((one) => ofTheSame(one, found, text));
}

/** "The glasses rounder and thinner": no body is spoken of. */
function ofTheSame(one: Comparison, all: readonly Comparison[], text: string): Comparison {
  if (one.noun !== 'build') return one;
  const before = all.find(
    ({ end }) => end <= one.start && /^\s*(?:,|and|or|but|, and)\s*$/u.test(text.slice(end, one.start)),
  );
  return before === undefined ? one : { ...one, noun: before.noun };
}

function comparisonOf(match: RegExpExecArray, direction: 1 | -1): Comparison | undefined {
  const {
    curls,
    compared,
    plain = curls,
    more,
    degree = '',
    noun = curls ? 'hair' : 'build',
  } = match.groups ?? {};
  const adjective = compared
    ? COMPARATIVES[compared]
    : plain
      ? (COMPARATIVES[plain] ?? ADJECTIVES[plain])
      : more && MORE_OF[noun];
  if (adjective === undefined || adjective === '') return undefined;
  return {
    noun,
    adjective,
    direction,
    steps: new RegExp(`^(?:${A_BIT})$`).test(degree) ? 0.5 : new RegExp(`^(?:${MUCH})$`).test(degree) ? 2 : 1,
    start: match.index,
    end: match.index + match[0].length,
  };
}

export const isOfBackground = ({ noun }: Comparison): boolean => GROUND_NOUNS.split('|').includes(noun);
