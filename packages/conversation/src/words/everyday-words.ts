/** How people write in a hurry, and the words that the lexicon has for it. Whole words. */
const WORDS: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ty: 'thanks',
  n: 'and',
  'w/': 'with',
  'w/o': 'without',
  bg: 'background',
  smth: 'something',
  gimme: 'give me',
  lemme: 'let me',
  wanna: 'want to',
  em: 'them',
  '&': 'and',
  lil: 'little',
  nite: 'night',
  thru: 'through',
  'less smiley': 'slight smile',
  'smile less': 'slight smile',
  'smile a little': 'slight smile',
  'smile a bit': 'slight smile',
  'smile slightly': 'slight smile',
  "'em": 'them',
  specs: 'glasses',
  sunnies: 'sunglasses',
  tash: 'moustache',
  tache: 'moustache',
  stache: 'moustache',
  hoody: 'hoodie',
};
const NAMES = Object.keys(WORDS)
  .sort((one, other) => other.length - one.length)
  .join('|');
const EVERYDAY = new RegExp(`(?<![\\p{L}\\p{N}'’/])(?:${NAMES})(?![\\p{L}\\p{N}'’/])`, 'gu');

const WORN =
  'glasses|sunglasses|hat|cap|beanie|helmet|crown|headphones|hood|beard|moustache|earrings|necklace|scarf|jacket|blazer';
/** "Glasses off" is "no glasses". */
const OFF = new RegExp(
  `(?:(?<![\\p{L}])(?:the|his|her|their|my|your) )?(?<![\\p{L}])(${WORN}) (?:is |are )?(?:off|gone)(?![\\p{L}])`,
  'gu',
);

/** "Swap the jacket for a jumper" is "a jumper". */
const SWAPPED = new RegExp(
  `(?<![\\p{L}])(?:swap|exchange|replace|trade|switch) (?:the |his |her |their |my |your )?(?:${WORN}|shirt|t-?shirt|suit|hoodie|sweater|jumper|tie|dress|coat|top|polo|turtleneck) (?:for|with|by|to) `,
  'gu',
);

/** @param text in plain signs */
export const inLexiconWords = (text: string): string =>
  text
    .replaceAll(EVERYDAY, (word) => WORDS[word])
    .replaceAll(OFF, 'no $1')
    .replaceAll(SWAPPED, 'wearing ');
