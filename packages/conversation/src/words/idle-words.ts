import { isChatter } from '../lexicon/chatter.js';

/** Words that wish for nothing by themselves, and yet say what a wish is about or turn it round. */
const TELLING: ReadonlySet<string> = new Set(
  `light lights lighting background backdrop behind front photo photograph selfie face head expression pose mood vibe
  vibes atmosphere look looks looking effect effects filter style styles picture pictures image images portrait avatar
  avatars man woman guy person people everything everyone nothing none all both or nor either neither not no nope nah never
  without less least back before previous original old last undo redo again keep leave remove delete replace
  another same instead other different off out up down under over why how which who what when where natural simple plain
  strong big huge tiny real high clear sharp detail detailed quality shade shades
  too enough`.split(/\s+/),
);
/** "No, blue" turns nothing round. */
const ASIDE = /^(?:no|nope|nah|not (?:quite|really|that|this|it))(?: wait)?(?=\s*[,.!;])/u;

const isIdle = (word: string): boolean => isChatter(word) && !TELLING.has(word);

/** Whether a text says nothing: courtesy, pronouns, and words that ask without saying for what. */
export const saysNothing = (text: string): boolean => {
  const words = text
    .trim()
    .replace(ASIDE, '')
    .match(/[\p{L}\p{N}'#]+/gu);
  return words === null || words.every(isIdle);
};

/** Whether every word wishes for nothing by itself, though it may say what a wish is about. */
export const isAllChatter = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}'#]+/gu) ?? []).every((word) => isChatter(word));
