import { comparisonsIn, type Comparison } from './comparative/comparisons.js';
import { leftOver } from './left-over.js';
import { MOOD_STEPS, type MoodStep } from './lexicon/moods.js';
import {
  AGAIN,
  AS_CHARACTER,
  AS_PHOTO,
  COUNTS,
  ONE_FIRST,
  RESET,
  SKIN_WISH,
  UNDO,
} from './lexicon/requests.js';
import { BACKGROUND_NOUN, PLACES } from './lexicon/surroundings.js';
import { UNKNOWN_STYLES, type StyleConcept } from './lexicon/styles.js';
import { mentionsIn, type Mention } from './mentions.js';
import { personWords, type PersonWords } from './person-words.js';
import { isDenied } from './words/negation.js';
import { findPhrases, phrase, says, type Found } from './words/phrase.js';
import { blanked, overlaps, type Span } from './words/plain-text.js';

/** What a message says, before it is known whether there is a photo or a character to do it to. */
export interface Said {
  /** In plain signs. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Kinds of pictures that are wished, each once; weak ones only where there is nothing else. */
  readonly styles: readonly StyleConcept[];
  readonly deniedStyles: readonly StyleConcept[];
  /** Two of a kind are named with "or" between. */
  readonly isEither: boolean;
  readonly person: PersonWords;
  /** Wishes against what is there, such as "a longer nose". */
  readonly comparisons: readonly Comparison[];
  /** Steps to a happier face, or away from it. */
  readonly moodSteps: readonly MoodStep[];
  /** What nothing is known of, as phrases. */
  readonly leftOver: readonly string[];
  /** Pictures; 0 for an unknown number of several, 99 for too many. */
  readonly count: number;
  readonly isAgain: boolean;
  /** Kinds of pictures and of places that there are none of. */
  readonly unknownStyles: readonly UnknownStyle[];
  readonly unknownPlaces: readonly UnknownPlace[];
  /** Places that are said not to be. */
  readonly deniedPlaces: readonly string[];
  /** A background is wished, and nothing says which. */
  readonly isSomeBackground: boolean;
}

/** A kind of picture that there is none of, and those that come near. */
interface UnknownStyle {
  readonly words: string;
  readonly nearest: readonly StyleConcept[];
}

/** A place that there is no background of, and those that come near. */
interface UnknownPlace extends Span {
  readonly words: string;
  readonly nearest: readonly string[];
}

const KEPT =
  /(?<![\p{L}])(?:(?:keep|keeping)(?! it (?!as|like|the same|that way|this way|so))|maintain|preserve|retain|leave(?! out| off)|don't change|don't touch|don't alter|dont change|do not change|do not touch|without changing|not change|as is)(?![\p{L}])[^.;!?\n]*?(?=,|(?<![\p{L}])(?:but|just|only|and (?:make|change|add|give|use|remove|turn|put|show|do|take))(?![\p{L}])|[.;!?\n]|$)/gu;
const LIKED = /(?<![\p{L}])i (?:really )?(?:like|love|enjoy|liked|loved) [^.;!?,\n]*/gu;
/** What somebody does for a living, or likes, is no wish: "I run a yoga studio". */
const ABOUT_ONESELF =
  /(?<![\p{L}])(?:i|we)(?:'m| am|'re| are)? (?:also )?(?:run|own|work|teach|study|manage|live|coach|lead|sell|play|started|opened|running|working|teaching|studying|living|applying|moving)(?![\p{L}])[^.;!?,\n]*/gu;
const EITHER = /(?<![\p{L}])(?:or|maybe|perhaps|either)(?![\p{L}])/u;
const STOP = /[.;!?\n]/;
/** Words before a place that make it the place of the picture. */
const IN_A_PLACE =
  /(?:^|[\s,(])(?:(?:background|backdrop)(?: to| of| with|:)?|in|at|on|inside|near|by|behind|before|in front of|background of|set in|with)\s+(?:a |an |the |my |some )?(?:[\p{L}-]+\s+){0,2}$/u;
const AS_BACKGROUND = /^\s*(?:in (?:the )?back(?![\p{L}])|scene|setting|background|backdrop|view|behind)/u;

export function said(text: string): Said {
  const kept = [...spansOf(text, KEPT), ...spansOf(text, LIKED), ...spansOf(text, ABOUT_ONESELF)];
  const named = mentionsIn(text).filter(
    (mention) => isOwnBackground(mention) || !kept.some((span) => overlaps(mention, span)),
  );
  const comparisons = comparisonsIn(text).filter(
    (one) => !named.some((mention) => mention.value.of === 'pose' && overlaps(mention, one)),
  );
  const mentions = named.filter((mention) => !comparisons.some((one) => overlaps(mention, one)));
  const moods = findPhrases(text, MOOD_STEPS).filter(
    (one) => !comparisons.some((other) => overlaps(one, other)),
  );
  const outsideOfPerson = [
    ...kept,
    ...comparisons,
    ...moods,
    ...mentions.filter(({ value }) => value.of !== 'style' || value.value.costume !== true),
  ];
  const open = blanked(text, outsideOfPerson);
  const person = personWords(open);
  const free = blanked(open, person.understood);
  const counts = findPhrases(text, COUNTS);
  const unknown = findPhrases(free, UNKNOWN_STYLES).filter((found) => !isDenied(text, found));
  const styles = mentions.filter(({ value }) => value.of === 'style');
  const places = unknownPlaces(text, free);
  const missed = leftOver(text, person.unread, [
    ...outsideOfPerson,
    ...mentions,
    ...person.understood,
    ...counts,
    ...unknown,
    ...places,
    ...findPhrases(text, ASKED),
  ]);
  return {
    text,
    mentions,
    ...stylesOf(styles),
    isEither: isEither(text, mentions),
    person,
    comparisons,
    moodSteps: moods.map(({ value }) => value),
    leftOver: missed,
    count: says(text, ONE_FIRST) ? 1 : (counts[0]?.value ?? 1),
    isAgain: counts.length === 0 && says(text, AGAIN) && missed.length === 0 && person.undrawn.length === 0,
    unknownStyles: unknown.map(({ words, value }) => ({ words, nearest: value })),
    unknownPlaces: places,
    deniedPlaces: findPhrases(free, PLACES)
      .filter((found) => isDenied(text, found))
      .map(({ words }) => words),
    isSomeBackground:
      says(free, BACKGROUND_NOUN.replaceAll('backgrounds|', '')) &&
      !mentions.some(({ value }) => value.of === 'background'),
  };
}

/** Words of what is to be done, apart from what it shall be. */
const ASKED = [
  AGAIN,
  AS_CHARACTER,
  AS_PHOTO,
  RESET,
  SKIN_WISH,
  UNDO,
  BACKGROUND_NOUN,
  '(?:\\d+ years )?(?:older|younger)|\\S+ years (?:later|on|from now|older|younger)|(?:add|put|take|knock|shave) \\d+ years(?: off)?',
].map((source) => phrase(source, true));

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));

/** "Keep my own background" is a wish. */
const isOwnBackground = ({ value }: Mention): boolean =>
  value.of === 'background' && value.value.background === 'original_blur';

function stylesOf(mentions: readonly Mention[]): Pick<Said, 'styles' | 'deniedStyles'> {
  const wished = new Map<string, StyleConcept>();
  const denied = new Map<string, StyleConcept>();
  for (const { value, isDenied: isNot } of mentions)
    if (value.of === 'style') {
      const into = isNot ? denied : wished;
      const before = into.get(value.value.name);
      if (before === undefined || before.weak) into.set(value.value.name, value.value);
    }
  const all = [...wished.values()];
  const strong = all.filter(({ weak }) => weak !== true);
  return { styles: strong.length > 0 ? strong : all, deniedStyles: [...denied.values()] };
}

function isEither(text: string, mentions: readonly Mention[]): boolean {
  const wished = mentions.filter(({ isDenied: isNot }) => !isNot);
  return wished.some((one, at) => {
    const next = wished.slice(at + 1).find(({ value }) => value.of === one.value.of);
    if (next === undefined || JSON.stringify(next.value) === JSON.stringify(one.value)) return false;
    const between = text.slice(one.end, next.start);
    return EITHER.test(between) && !STOP.test(between);
  });
}

function unknownPlaces(text: string, free: string): readonly UnknownPlace[] {
  return findPhrases(free, PLACES)
    .filter((found) => isPlace(text, found))
    .map(({ words, value, start, end }) => ({ words, nearest: value, start, end }));
}

const isPlace = (text: string, { start, end }: Found<unknown>): boolean =>
  (IN_A_PLACE.test(text.slice(Math.max(0, start - 60), start)) || AS_BACKGROUND.test(text.slice(end))) &&
  !isDenied(text, { start, end });

/** Whether a message asks for a picture to be made, of whatever kind. */
export const isOrder = (text: string): boolean =>
  says(
    text,
    'avatar|avatars|picture|pictures|photo|portrait|profile|selfie|image|pfp|draw|paint|icon|portrait of me|the same|this one',
  );

/** Whether another person than before is described: "draw a man with a beard". */
export function isNewPerson(text: string): boolean {
  if (says(text, '(?:make|turn|change|transform|convert) (?:me|him|her|it|them|this|that|us|my)'))
    return false;
  return (
    NEW_PERSON.test(text) ||
    says(
      text,
      'new person|another person|different person|somebody else|someone else|new character|different character',
    )
  );
}

const NEW_PERSON =
  /(?:^|[\s,])(?:an?|another|one|the picture of an?)\s+(?:[\p{L}-]+\s+){0,5}(?:man|woman|guy|girl|boy|lady|gentleman|person|lad|dude|grandma|grandpa|grandmother|grandfather|astronaut|wizard|knight|elf|witch)(?![\p{L}])/u;
