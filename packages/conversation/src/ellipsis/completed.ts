import { ADJECTIVES, COMPARATIVES } from '../comparative/vocabulary.js';
import type { ConversationState } from '../recipe/state.js';
import { coloursAlone, HUES, qualitiesAlone } from './nounless.js';
import { withThingsNamed } from './one-of-them.js';
import { withSameColours } from './same-colour.js';
import { topicsOf, type Topic } from './topic.js';

const ASIDE =
  "(?:(?:no|nah|nope|hm+|mh+|ok|okay|well|actually|rather|or|and|but|so|then|now|maybe|please|just|oh|wait|better|like|try|go|back|to|make|turn|do|it|them|that|those|this|these|in|with|how about|what about|could|can|you|let's|i'd|i|think|want|prefer|would|need|needs|a|an|the|should be|should|be|more|of|instead|again|is|are|yes|yeah|perhaps)[\\s,]+)*";
const END =
  '(?:[\\s,]+(?:ones?|version|please|instead|then|again|maybe|rather|now|thanks|for me|would be (?:nicer?|better|good|lovely)|would look (?:nicer?|better|good)|is better|looks? (?:nicer|better)|though|if (?:possible|you can)|colou?r|tone|shade))*[\\s.!?]*';
const A_BIT = 'a (?:tiny |little |wee )?(?:bit|little|touch|tad|shade)';

const COMPARED_COLOUR = new RegExp(
  `^${ASIDE}(?<degree>(?:${A_BIT}|bit|slightly|much|way|even|still|a lot) )?(?<compared>${Object.keys(COMPARATIVES).join('|')})(?: (?<colour>${HUES}))?${END}$`,
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
 * "darker", "short and grey", "the hair as well", "a blue one". Others stay as they are.
 * @param text in plain signs
 */
export function completed(text: string, state: ConversationState): string {
  const topics = spokenOf(state);
  const named = withSameColours(
    withThingsNamed(text, topics.length === 1 ? topics[0].noun.replace(/^the /, '') : undefined),
    state.now,
  );
  const words = named.trim();
  const also = ALSO.exec(words)?.groups?.also;
  if (also !== undefined) {
    const hex = topics.find((topic) => topic.hex !== undefined)?.hex;
    return hex === undefined ? named : `${hex} ${also.replace(/^(?:the|his|her|their|my) /, '')}`;
  }
  return topics.length === 1 ? (aboutTopic(words, topics[0]) ?? named) : named;
}

function aboutTopic(words: string, topic: Topic): string | undefined {
  const { noun, family } = topic;
  const colours = coloursAlone(words);
  if (colours.length === 1)
    return noun.startsWith('the ') ? `make ${noun} ${colours[0]}` : `${colours[0]} ${noun}`;
  if (colours.length === 2 && noun === 'background') return `${colours.join(' to ')} gradient background`;
  const compared = comparedTo(words, topic);
  if (compared !== undefined) return compared;
  if (WITHOUT_IT.test(words)) return family === 'background' ? 'remove the background' : `no ${family}`;
  const qualities = qualitiesAlone(words);
  return qualities.length > 0 ? `${qualities.join(', ')} ${family}` : undefined;
}

/** "Darker", "too long", "longer and darker". */
function comparedTo(words: string, topic: Topic): string | undefined {
  const one = (part: string): string | undefined => {
    const { degree = '', compared } = COMPARED_COLOUR.exec(part)?.groups ?? {};
    if (compared !== undefined && isComparable(topic.noun, COMPARATIVES[compared]))
      return `${degree}${compared} ${topic.family}`;
    const { how, plain } = LESS_OF_IT.exec(part)?.groups ?? {};
    return plain !== undefined && isComparable(topic.noun, ADJECTIVES[plain])
      ? `${how} ${plain} ${topic.family}`
      : undefined;
  };
  const parts = words.split(/\s*(?:,|(?<![\p{L}])and(?![\p{L}]))\s*/u).map(one);
  const areAll = parts.length === 2 && parts.every((part) => part !== undefined);
  return areAll ? parts.join(', ') : one(words);
}

/** What is asked for goes before what was changed. */
function spokenOf(state: ConversationState): readonly Topic[] {
  const asked = state.pending?.options[0]?.edits.some((edit) => 'set' in edit && edit.set === 'background');
  return asked === true ? [{ noun: 'background', family: 'background' }] : topicsOf(state);
}

/** A background has a shade, and no length. */
const isComparable = (noun: string, adjective: string): boolean =>
  noun !== 'background' || ['light', 'dark'].includes(adjective);
