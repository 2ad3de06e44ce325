import type { AgeFound } from '../lexicon.js';
import type { Word } from '../../reading/words.js';
import {
  AGED_WORDS,
  DECADES,
  NUMBER_WORDS,
  SHORT_AGE,
  SOMETHING_WORDS,
  WITHIN_DECADE,
  YEAR_WORDS,
} from './ages.js';

const MOST_YEARS = 120;
const OWNERS: readonly string[] = ['his', 'her', 'their', 'my', 'your', 'the'];
/** "80s style" is no age. */
const FASHIONS: readonly string[] = [
  'style',
  'fashion',
  'look',
  'hair',
  'rock',
  'vibe',
  'outfit',
  'glam',
  'hairdo',
];

/** Words after which a bare number is an age, and before which it ends. */
const BEFORE_AGE: readonly string[] = [
  'am',
  'im',
  'is',
  's',
  'of',
  'man',
  'woman',
  'male',
  'female',
  'guy',
  'lady',
];
/** "A boy of eight" is that old. */
const PEOPLE: readonly string[] = ['boy', 'girl', 'child', 'kid', 'lad', 'lass', 'man', 'woman'];
const JOINTS: readonly string[] = ['and', 'with', 'who', 'in', 'wearing', 'but'];

/** A number at a place: digits, or one or two words. */
function numberAt(words: readonly Word[], at: number): AgeFound | undefined {
  const text = words[at]?.text ?? '';
  if (/^\d{1,3}$/.test(text)) return { years: Number(text), length: 1 };
  const first = NUMBER_WORDS[text];
  if (first === undefined) return undefined;
  const second = NUMBER_WORDS[words[at + 1]?.text ?? ''] ?? 0;
  return first >= 20 && second > 0 && second < 10
    ? { years: first + second, length: 2 }
    : { years: first, length: 1 };
}

const ends = (words: readonly Word[], at: number): boolean =>
  at >= words.length || !['none', 'hyphen'].includes(words[at].gap);

/** "45-year-old", "aged 45", "in her late sixties", "twenty-something", or a number between commas. */
export function readEnglishAge(words: readonly Word[], at: number): AgeFound | undefined {
  const found = decadeAt(words, at) ?? yearsAt(words, at);
  return found && found.years <= MOST_YEARS ? found : undefined;
}

function decadeAt(words: readonly Word[], at: number): AgeFound | undefined {
  let next = at;
  const led = words[next].text === 'in' && OWNERS.includes(words[next + 1]?.text);
  if (led) next += 2;
  else if (words[next].text === 'in') next += 1;
  const within = WITHIN_DECADE[words[next]?.text ?? ''];
  if (within !== undefined) next += 1;
  if (
    words[next]?.text === 'to' &&
    within !== undefined &&
    WITHIN_DECADE[words[next + 1]?.text] !== undefined
  )
    next += 2;
  const decade = DECADES[words[next]?.text ?? ''];
  if (decade === undefined) return undefined;
  const fashion = FASHIONS.includes(words[next + 1]?.text) || words[next - 1]?.text === 'the';
  if (fashion && within === undefined) return undefined;
  return { years: decade + (within ?? 5), length: next + 1 - at };
}

function yearsAt(words: readonly Word[], at: number): AgeFound | undefined {
  const short = SHORT_AGE.exec(words[at].text);
  if (short) return { years: Number(short[1]), length: 1 };
  const led = AGED_WORDS.includes(words[at].text) ? 1 : 0;
  const number = numberAt(words, at + led);
  if (!number) return undefined;
  const next = at + led + number.length;
  const length = led + number.length;
  if (YEAR_WORDS.includes(words[next]?.text)) {
    const after = words[next + 1]?.text;
    if (after === 'old' || after === 'o' || after === 'olds')
      return { years: number.years, length: length + 2 };
    if (after === 'of' && words[next + 2]?.text === 'age') return { years: number.years, length: length + 3 };
  }
  if (words[next]?.text === 'yo') return { years: number.years, length: length + 1 };
  if (SOMETHING_WORDS.includes(words[next]?.text) && number.years >= 20)
    return { years: number.years + 5, length: length + 1 };
  const aged =
    (led === 1 && ['aged', 'age', 'turning'].includes(words[at].text)) ||
    (words[at - 1]?.text === 'of' && PEOPLE.includes(words[at - 2]?.text));
  const closed = ends(words, next) || JOINTS.includes(words[next].text);
  const alone = (ends(words, at) || BEFORE_AGE.includes(words[at - 1]?.text)) && closed;
  const about = led === 1 && !aged && closed;
  const plausible = number.years >= 4 && number.years >= (aged ? 1 : 16);
  return (aged || alone || about) && plausible ? { years: number.years, length } : undefined;
}
