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
  pic: 'picture',
  pics: 'pictures',
  sth: 'something',
  bc: 'because',
  coz: 'because',
  hes: "he's",
  shes: "she's",
  thats: "that's",
  whats: "what's",
  isnt: "isn't",
  arent: "aren't",
  dont: "don't",
  doesnt: "doesn't",
  cant: 'can not',
  im: "i'm",
  ive: "i've",
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

const GARMENTS = `${WORN}|shirt|t-?shirt|tee|suit|hoodie|sweater|jumper|tie|dress|coat|top|polo|turtleneck|cloak|armou?r|kurta|jersey`;
/** "Swap the jacket for a jumper" is "a jumper"; "change the jacket to blue" is none of it. */
const SWAPPED = new RegExp(
  `(?<![\\p{L}])(?:swap|exchange|replace|trade|switch|change|turn) (?:the |his |her |their |my |your |that )?(?:${GARMENTS}) (?:for|with|by|to|into) (?=(?:[\\p{L}-]+ ){0,4}(?:${GARMENTS})(?![\\p{L}]))`,
  'gu',
);

const DISLIKE =
  "(?:(?:i|we) )?(?:(?:really|still|just) )?(?:don't (?:really )?like|do not like|dislike|hate|can not stand|don't want|(?:(?:i'm )?not (?:a )?(?:big |huge )?(?:fan of|keen on|into|happy with|sure about))|fed up with|could do without) ";
const THE = '(?:the |his |her |their |my |your |that |this |those |these )?';
/** "Not a fan of the beard" is "no beard". */
const DISLIKED_WORN = new RegExp(
  `(?<![\\p{L}])${DISLIKE}${THE}(${WORN}|freckles|scar|stubble)(?![\\p{L}])`,
  'gu',
);
/** "I hate his hair" is no wish for a bald head: what it shall be instead is not said. */
const DISLIKED_FEATURE = new RegExp(
  `(?<![\\p{L}])${DISLIKE}(${THE}(?:\\p{L}+ )?(?:hair|haircut|hairstyle|nose|eyes|mouth|lips|brows|eyebrows|face|jaw|chin|skin|clothes|outfit|shirt|dress|suit|background|backdrop|light|lighting|colou?rs?|style|look|expression|pose|smile)(?![\\p{L}]))`,
  'gu',
);

/** Politeness that has words of wishes in it, "too much trouble" among them. */
const COURTESY =
  /(?<![\p{L}])(?:(?:and |but )?if (?:it|that|this)(?:'s| is|'s not| isn't| is not)? (?:not )?(?:too|so) (?:much|hard|difficult)[^.,;!?\n]{0,25}|if (?:possible|you (?:can|could|don't mind|do not mind|would)|that works|that's (?:ok|okay|possible|fine|alright))|(?:it|this) (?:isn't|is not|won't be) too (?:much|hard)[^.,;!?\n]{0,25}|no (?:worries|rush|hurry|problem|pressure|need to hurry|offen[cs]e)|not (?:to be|sure|gonna lie)[^.,;!?\n]{0,12}|don't get me wrong|thank you (?:so |very )much|thanks (?:so|very) much|i (?:really )?don't mind|no idea[^.,;!?\n]{0,25})(?![\p{L}])/gu;

/** A wish in the form of a question. */
const POLITE =
  /(?<![\p{L}])(?:is it (?:possible|ok|okay|alright)|would it be (?:possible|ok|okay)|is there (?:a|any) (?:way|chance|possibility)|are you able|do you think (?:you|we|it) (?:can|could)|any chance|i(?: was|'m|'d)? wonder(?:ing)?|would you mind|would you be (?:so kind|able)|do you mind)(?: to| if| of| as to| that| for)?(?: (?:you|we|i)(?: (?:can|could|to))?)?(?![\p{L}])/gu;

/** @param text in plain signs */
export const inLexiconWords = (text: string): string =>
  text
    .replaceAll(EVERYDAY, (word) => WORDS[word])
    .replaceAll(COURTESY, ',')
    .replaceAll(POLITE, 'please')
    .replaceAll(DISLIKED_WORN, 'no $1')
    .replaceAll(DISLIKED_FEATURE, 'about $1')
    .replaceAll(OFF, 'no $1')
    .replaceAll(SWAPPED, 'wearing ');
