import { ADJECTIVES, COMPARATIVES } from '../comparative/vocabulary.js';
import { COLOUR } from '../lexicon/surroundings.js';
import type { ConversationState } from '../recipe/state.js';
import { topicsOf, type Topic } from './topic.js';

const ASIDE =
  "(?:(?:no|nah|nope|hm+|mh+|ok|okay|well|actually|rather|or|and|but|so|then|now|maybe|please|just|oh|wait|better|like|try|go|back|to|make|turn|do|it|them|that|those|this|these|in|with|how about|what about|let's|i'd|i|want|prefer|would|a|an|the|should be|be|more|of|instead|again|is|are|yes|yeah|perhaps)[\\s,]+)*";
const END =
  '(?:[\\s,]+(?:ones?|version|please|instead|then|again|maybe|rather|now|thanks|for me|would be (?:nice|better|good)|is better|colou?r|tone|shade))*[\\s.!]*';
/** "Green is ugly, try blue". */
const DISLIKED = (hues: string) =>
  `(?:(?:not )?(?:the )?(?:${hues}) (?:is|looks?|was|isn't|doesn't) [\\p{L}' ]{2,30}[.,;!]+\\s*)?`;
const SHADE = '(?:very |bright |dark |light |pale |deep |pastel |neon |soft |a bit of )?';
const HUES = `${COLOUR}|blonde?|ginger|auburn|silver|platinum|olive|ivory|charcoal|lilac|mustard|khaki|tan|bronze|crimson`;

const ONLY_COLOUR = new RegExp(`^${DISLIKED(HUES)}${ASIDE}(?<colour>${SHADE}(?:${HUES}))${END}$`, 'u');
const COMPARED_COLOUR = new RegExp(
  `^${ASIDE}(?<degree>(?:a (?:tiny |little )?(?:bit|little)|bit|slightly|much|way|even|still|a lot) )?(?<compared>${Object.keys(COMPARATIVES).join('|')})(?: (?<colour>${HUES}))?${END}$`,
  'u',
);
const LESS_OF_IT = new RegExp(
  `^${ASIDE}(?<how>(?:a bit |a little |way |much |far )?(?:too|less|not so|not that|not as)) (?<plain>${Object.keys(ADJECTIVES).join('|')})${END}$`,
  'u',
);
const WITHOUT_IT = new RegExp(
  `^${ASIDE}(?:remove|delete|drop|lose|get rid of|take|without|no more of|leave|ditch|i don't want)(?: (?:it|that|them|those|this))(?: (?:off|out|away|completely|altogether|entirely|again|all))*${END}$`,
  'u',
);
const ALSO = new RegExp(
  `^(?:and |now |do |make )*(?<also>(?:the |his |her |their |my )?(?:background|backdrop|hair|beard|moustache|eyes|eyebrows|brows|glasses|hat|cap|beanie|jacket|blazer|shirt|t-shirt|hoodie|sweater|dress|suit|clothes))(?: (?:is|are|in))?(?: (?:as well|too|also|likewise|the same(?: colou?r)?|same(?: colou?r)?|in the same colou?r))+${END}$`,
  'u',
);

/**
 * A message that leaves out what it speaks of, with the noun that was changed last: "no, orange" behind a background,
 * "darker", "the hair as well". Others stay as they are.
 * @param text in plain signs
 */
export function completed(text: string, state: ConversationState): string {
  const words = text.trim();
  const topics = spokenOf(state);
  const also = ALSO.exec(words)?.groups?.also;
  if (also !== undefined) {
    const hex = topics.find((topic) => topic.hex !== undefined)?.hex;
    return hex === undefined ? text : `${hex} ${also.replace(/^(?:the|his|her|their|my) /, '')}`;
  }
  if (topics.length !== 1) return text;
  const [{ noun, family }] = topics;
  const colour = ONLY_COLOUR.exec(words)?.groups?.colour;
  if (colour !== undefined) return noun.startsWith('the ') ? `make ${noun} ${colour}` : `${colour} ${noun}`;
  const compared = COMPARED_COLOUR.exec(words)?.groups;
  if (compared !== undefined && isComparable(noun, COMPARATIVES[compared.compared]))
    return `${compared.degree ?? ''}${compared.compared} ${family}`;
  const less = LESS_OF_IT.exec(words)?.groups;
  if (less !== undefined && isComparable(noun, ADJECTIVES[less.plain]))
    return `${less.how} ${less.plain} ${family}`;
  if (WITHOUT_IT.test(words)) return family === 'background' ? 'remove the background' : `no ${family}`;
  return text;
}

/** The colour of a message that says nothing but a colour. */
export const colourAlone = (text: string): string | undefined =>
  ONLY_COLOUR.exec(text.trim())?.groups?.colour;

/** What is asked for goes before what was changed. */
function spokenOf(state: ConversationState): readonly Topic[] {
  const asked = state.pending?.options[0]?.edits.some((edit) => 'set' in edit && edit.set === 'background');
  return asked === true ? [{ noun: 'background', family: 'background' }] : topicsOf(state);
}

/** A background has a shade, and no length. */
const isComparable = (noun: string, adjective: string): boolean =>
  noun !== 'background' || ['light', 'dark'].includes(adjective);
