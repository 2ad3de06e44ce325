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
  `(?:(?<![\\p{L}])(?:the|his|her|their|my|your) )?(?<![\\p{L}])(${WORN}|freckles|stubble|scar|tie) (?:(?:is|are|to be|to|must|should|has to|can|completely) )*(?:off|gone|go away|go|away|disappear|vanish)(?![\\p{L}])`,
  'gu',
);

const GARMENTS = `${WORN}|shirt|t-?shirt|tee|suit|hoodie|sweater|jumper|tie|dress|coat|top|polo|turtleneck|cloak|armou?r|kurta|jersey`;
/** "Swap the jacket for a jumper" is "a jumper"; "change the jacket to blue" is none of it. */
const SWAPPED = new RegExp(
  `(?<![\\p{L}])(?:swap|exchange|replace|trade|switch|change|turn) (?:the |his |her |their |my |your |that )?(?:${GARMENTS}) (?:for|with|by|to|into) (?=(?:[\\p{L}-]+ ){0,4}(?:${GARMENTS})(?![\\p{L}]))`,
  'gu',
);

const DISLIKE =
  "(?:(?:i|we) )?(?:(?:really|still|just) )?(?:don't (?:really )?like|do not like|dislike|hate|can not stand|don't want|(?:(?:i'm )?not (?:a )?(?:big |huge )?(?:fan of|keen on|into|happy with|sure about))|fed up with|could do without|forget(?: about)?|no need for|scratch) ";
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

/** "The smile looks fake" wishes for no smile; a background is asked for by itself. */
const LOOKS_WRONG =
  /(?<![\p{L}])(?:the |his |her |my |their |that |this )(?!background|backdrop)(?:\p{L}+ )?\p{L}+ (?:looks?|is|are|seems?|feels?) (?:so |very |really |a bit |a little |kinda |just |way |too )*(?:fake|weird|odd|strange|wrong|creepy|bad|ugly|forced|silly|stupid|horrible|terrible|awful|unnatural)(?![\p{L}])/gu;

/** Verbs that end what is there. */
const ENDED: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /(?<![\p{L}])(?:stop|quit|no more|without) (?:smiling|grinning|laughing)(?![\p{L}])/gu,
    'neutral expression',
  ],
  [
    /(?<![\p{L}])(?:make|let|get) (?=no (?:glasses|sunglasses|hat|cap|beanie|helmet|crown|headphones|hood|beard|moustache|earrings|necklace|freckles|stubble|scar|tie)(?![\p{L}]))/gu,
    '',
  ],
  [
    /(?<![\p{L}])(?:give (?:me|him|her|them) a (?:clean )?shave|shave (?:me|him|his face|it off|it|that off)|shave off (?:the|his|my|that) (?:beard|moustache|stubble))(?![\p{L}])/gu,
    'clean shaven',
  ],
];

/** "The light is a bit cold" is a complaint: it is too cold. */
const A_BIT_OFF =
  /(?<be>'s|(?<![\p{L}])(?:is|are|looks?|looking|seems?|feels?|came out|comes out)) (?:still )?(?:a (?:tiny |little )?(?:bit|little)|kinda|kind of|rather|quite|slightly|somewhat|sort of|bit)(?: too)? (?<how>cold|cool|blue|warm|yellow|orange|red|dark|bright|dim|flat|harsh|hard|long|short|big|large|small|wide|narrow|thin|thick|curly|light|pale|serious|stern|sad|grumpy|happy|skinny|fat)(?![\p{L}])/gu;

/** A wish in the form of a question. */
const POLITE =
  /(?<![\p{L}])(?:is it (?:possible|ok|okay|alright)|would it be (?:possible|ok|okay)|is there (?:a|any) (?:way|chance|possibility)|are you able|do you think (?:you|we|it) (?:can|could)|any chance|i(?: was|'m|'d)? wonder(?:ing)?|would you mind|would you be (?:so kind|able)|do you mind)(?: to| if| of| as to| that| for)?(?: (?:you|we|i)(?: (?:can|could|to))?)?(?![\p{L}])/gu;

/** @param text in plain signs */
export const inLexiconWords = (text: string): string =>
  text
    .replaceAll(EVERYDAY, (word) => WORDS[word])
    .replaceAll(COURTESY, ',')
    .replaceAll(A_BIT_OFF, (_, be: string, how: string) => `${be === "'s" ? ' is' : be} too ${how}`)
    .replaceAll(POLITE, 'please')
    .replaceAll(LOOKS_WRONG, ',')
    .replaceAll(DISLIKED_WORN, 'no $1')
    .replaceAll(DISLIKED_FEATURE, 'about $1')
    .replaceAll(OFF, 'no $1')
    .replaceAll(ENDED[0][0], ENDED[0][1])
    .replaceAll(ENDED[1][0], ENDED[1][1])
    .replaceAll(ENDED[2][0], ENDED[2][1])
    .replaceAll(SWAPPED, 'wearing ');
