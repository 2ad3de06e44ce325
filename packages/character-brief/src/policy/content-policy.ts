import type { PolicyCategory, Refusal } from '../brief-reading.js';
import { DEMEANING, FIRST_NAMES, HARMLESS, KNOWN_PEOPLE } from './en/names.js';
import {
  ALWAYS_MINORS,
  GROUP_INSULTS,
  GROUPS,
  HATE,
  MINORS,
  SEXUAL,
  SUGGESTIVE,
  UNDRESSING,
  type PolicyTerms,
} from './en/terms.js';
import { plainReadings } from './plain-words.js';

const MESSAGES: Readonly<Record<PolicyCategory, string>> = {
  undressing: 'We draw people dressed. Please describe what the person wears.',
  'sexual-content': 'We do not make sexual pictures. Please describe the person without that.',
  minors: 'We do not make such pictures of young people.',
  'hate-symbols': 'We do not draw symbols or caricatures of hatred. Please describe the person without them.',
  'demeaning-person':
    'We do not make pictures that demean real people. Please describe a person of your own.',
};

/** Alternatives as whole words of a text in plain words. */
const wordsIn = (terms: readonly string[]): RegExp =>
  new RegExp(` (?:${terms.map((term) => term.replace(/\*$/, '[a-z]*')).join('|')})(?= )`, 'g');

/** Says whether a reading has one of the terms, once the harmless phrases are out of it. */
function finder({ terms, but }: PolicyTerms): (reading: string) => boolean {
  const wanted = wordsIn(terms);
  const harmless = but.length > 0 ? wordsIn(but) : undefined;
  return (reading) => (harmless ? reading.replace(harmless, ' ~') : reading).search(wanted) >= 0;
}

const undresses = finder(UNDRESSING);
const isSexual = finder(SEXUAL);
const isSuggestive = finder(SUGGESTIVE);
const hasMinorWords = finder(MINORS);
const isAlwaysRefused = finder(ALWAYS_MINORS);
const hasHate = finder(HATE);
const demeans = finder({ terms: DEMEANING, but: HARMLESS });
const namesSomebodyKnown = finder({ terms: KNOWN_PEOPLE, but: [] });
const insultsGroup = (() => {
  const group = `(?:${GROUPS.join('|')})`;
  const insult = `(?:${GROUP_INSULTS.join('|')})`;
  const between = '(?: [a-z]+){0,2}';
  return new RegExp(
    ` (?:${insult}${between} ${group}|${group}${between} (?:as|like|is|are)(?: an?)? ${insult})(?= )`,
  );
})();

/** An age under 18, in digits. */
const YOUNG_AGE =
  / (?:[0-9]|1[0-7]) (?:years? old|yrs? old|y o|yo)(?= )| (?:aged?|age) (?:[0-9]|1[0-7])(?= )| (?:[0-9]|1[0-7])yo(?= )/;
const YOUNG_AGE_IN_WORDS =
  / (?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) years? old(?= )/;

/** Two capitalised words of which the first is a first name. */
const FULL_NAME = /(?<![\p{L}])(\p{Lu}\p{Ll}{1,20})\s+\p{Lu}\p{L}{1,30}/gu;

function namesSomebody(text: string): boolean {
  for (const [, first] of text.matchAll(FULL_NAME))
    if (FIRST_NAMES.includes(first.toLowerCase())) return true;
  return false;
}

/**
 * Whether somebody is named whom many know, such as a politician or an actor. No refusal by itself.
 *
 * @param text up to a few thousand characters; time is linear in its length
 */
export const namesKnownPerson = (text: string): boolean => plainReadings(text).some(namesSomebodyKnown);

/**
 * Judges words before any work is done with them: undressing, sexual content, minors in such a context, hate symbols,
 * and real people's names in a demeaning context are refused. Spaced, spelled-out and disguised words are read as
 * what they stand for.
 *
 * It is a list of words, not understanding: it misses what is only implied.
 *
 * @param text up to a few thousand characters; time is linear in its length
 */
export function judgeWords(text: string): Refusal | undefined {
  const readings = plainReadings(text);
  const any = (says: (reading: string) => boolean) => readings.some(says);
  const isYoung =
    any(hasMinorWords) || any((reading) => YOUNG_AGE.test(reading) || YOUNG_AGE_IN_WORDS.test(reading));
  const sexual = any(isSexual);
  const undressing = any(undresses);
  if (any(isAlwaysRefused) || (isYoung && (sexual || undressing || any(isSuggestive))))
    return refusal('minors');
  if (sexual) return refusal('sexual-content');
  if (undressing) return refusal('undressing');
  if (any(hasHate) || any((reading) => insultsGroup.test(reading))) return refusal('hate-symbols');
  if (any(demeans) && (namesSomebody(text) || any(namesSomebodyKnown))) return refusal('demeaning-person');
  return undefined;
}

const refusal = (category: PolicyCategory): Refusal => ({
  reason: 'content-policy',
  category,
  publicMessage: MESSAGES[category],
});
