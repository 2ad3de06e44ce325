import { AGES, editsFrom, type CharacterEdit, type CharacterSpec } from '@avatar/character';
import { MAX_BRIEF_LENGTH, readBrief, type Understood } from '@avatar/character-brief';
import type { Edit } from './recipe/edits.js';
import type { Span } from './words/plain-text.js';

/** What a message says about a person, apart from the picture. */
export interface PersonWords {
  /** Hair, clothes and all else that lasts. */
  readonly spec: CharacterSpec;
  /** Of the picture: expression, gesture, turn, framing. */
  readonly stance: readonly Edit[];
  /** How the expression was written, if one was. */
  readonly mood?: string;
  /** Words that set something of `spec`. */
  readonly understood: readonly Understood[];
  /** Things that are not drawn, as they were written. */
  readonly undrawn: readonly string[];
  /** Words of where somebody is from, which are no looks. */
  readonly origins: readonly string[];
  /** Words of people under age. */
  readonly minors: readonly string[];
  /** Places of words that nothing is known of, and of those that are of no person. */
  readonly unread: readonly Span[];
  /** A noun says who is drawn, such as "a woman". */
  readonly isPerson: boolean;
}

const PRONOUN = /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs)$/i;
const PERSON =
  /(?<![\p{L}])(?:man|men|woman|women|guy|girl|boy|lady|gentleman|person|lad|dude|bloke|chap|grandma|grandpa|grandmother|grandfather|mother|father|mum|mom|dad|nan|fellow|male|female|somebody|someone)(?![\p{L}])/iu;

/** @param text with blanks where it speaks of the picture */
export function personWords(text: string): PersonWords {
  const { spec, understood, unsupported, unread } = readBrief(
    // Everyday words that were written out may have made it longer.
    withPlainAges(parted(text)).slice(0, MAX_BRIEF_LENGTH),
  );
  const { expression, pose, presentation, ...lasting } = spec;
  const mood = understood.find(({ path }) => path === 'expression')?.words;
  const saysWho = understood.find(({ path }) => path === 'presentation');
  const isNoun = saysWho !== undefined && !PRONOUN.test(saysWho.words);
  const { yaw, gesture, framing, ...tilt } = pose ?? {};
  const stance: Edit[] = [];
  if (expression !== undefined) stance.push({ set: 'expression', to: expression });
  if (yaw !== undefined) stance.push({ set: 'pose.yaw', to: yaw });
  if (gesture !== undefined) stance.push({ set: 'pose.gesture', to: gesture });
  if (framing !== undefined) stance.push({ set: 'pose.framing', to: framing });
  return {
    spec: {
      ...lasting,
      ...(presentation !== undefined && isNoun && { presentation }),
      ...(Object.keys(tilt).length > 0 && { pose: tilt }),
    },
    stance,
    ...(mood !== undefined && { mood }),
    understood: understood.filter(({ path }) => !/^(?:expression|pose|presentation)/.test(path)),
    undrawn: unsupported.filter(({ reason }) => reason === 'not-drawn').map(({ words }) => words),
    origins: unsupported.filter(({ reason }) => reason === 'origin').map(({ words }) => words),
    minors: unsupported.filter(({ reason }) => reason === 'age').map(({ words }) => words),
    unread: [...unread, ...unsupported.filter(({ reason }) => !TOLD.has(reason))],
    isPerson: isNoun || PERSON.test(text),
  };
}

/** These are told of by themselves. */
const TOLD: ReadonlySet<string> = new Set(['not-drawn', 'origin', 'age']);

/** The edits that put what was said into a character who is there already. */
export const personEdits = (spec: CharacterSpec): readonly Edit[] =>
  editsFrom(spec).map((character) => ({ character }));

const NEXT_WISH =
  /(?<![\p{L}])and(?= (?:then )?(?:tie|make|give|put|add|change|turn|let|have|keep|comb|brush|cut|dye|colou?r|grow|style|pull|leave)(?![\p{L}]))/gu;
/** "Take off the hat and tie his hair back": no hair is taken off. As long as it was. */
const parted = (text: string): string => text.replaceAll(NEXT_WISH, '.  ');

const AGE_NOW =
  /(?<![\p{L}])((?:he|she|i|they)(?:'s|'m|'re| is| am| are)(?: about| around| now| already)? )(\d{2})(?! ?(?:%|years?|yrs?|cm|kg|degrees))/gu;

/** "He's 70" with the words that descriptions have; a sentence at its end moves no place before it. */
const withPlainAges = (text: string): string => {
  const ages = [...text.matchAll(AGE_NOW)].map(({ 2: years }) => `. ${years} years old`);
  return text + ages.join('');
};

const NUMBERS: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
};
const NUMBER = `\\d{1,2}|${Object.keys(NUMBERS).join('|')}`;
const DEGREE = `(?:a (?:bit|little) |slightly |somewhat |much |a lot |(?<years>${NUMBER}) years )?`;
const OLDER = new RegExp(
  `(?<![\\p{L}])(?:${DEGREE}older|(?:add|put) (?<more>${NUMBER}) years|(?<later>${NUMBER}) years (?:later|on|from now))(?![\\p{L}])`,
  'u',
);
const YOUNGER = new RegExp(
  `(?<![\\p{L}])(?:${DEGREE}younger|(?:take|knock|shave) (?<less>${NUMBER}) years off)(?![\\p{L}])`,
  'u',
);
/** "A little older, like forty" says how old. */
const TO_AGE =
  /(?:older|younger)[^.;!?]{0,12}?(?<![\p{L}])(?:like|about|around|say|to|at|roughly|maybe) (?:in (?:his|her|their) )?(?<age>[2-9]\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?![\p{L}])(?! years (?:older|younger))/u;
/** Between one age that is drawn and the next. */
const YEARS_A_STEP = 14;

/** "Older", "20 years younger", against the age that the character has. */
export function ageStep(text: string, current: CharacterSpec['age']): CharacterEdit | undefined {
  const older = OLDER.exec(text);
  const step = older ?? YOUNGER.exec(text);
  if (step === null) return undefined;
  const { years, more, later, less } = step.groups ?? {};
  const said = years ?? more ?? later ?? less ?? '0';
  const steps = Math.max(1, Math.round((NUMBERS[said] ?? Number(said)) / YEARS_A_STEP));
  const named = TO_AGE.exec(text)?.groups?.age;
  if (named !== undefined) {
    const { age } = readBrief(`${named} years old`).spec;
    return age && { op: 'set', path: 'age', value: age };
  }
  const ages = AGES.map(({ value }) => value);
  const at = ages.indexOf(current ?? 'early_middle_age') + (older === null ? -steps : steps);
  const value = ages[Math.min(ages.length - 1, Math.max(0, at))];
  return { op: 'set', path: 'age', value };
}
