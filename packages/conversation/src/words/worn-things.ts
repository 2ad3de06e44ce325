/** Things that are put on and taken off. */
export const WORN =
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

/** Verbs that end what is there. */
const ENDED: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /(?<![\p{L}])(?:tie|pull|put) (?:back )?(?:his|her|their|my|the) hair (?:back|up)(?! in| into| with)(?![\p{L}])/gu,
    'give a ponytail',
  ],
  [
    /(?<![\p{L}])hair (?:is |be |to be )?(?:tied|pulled|pinned) (?:back|up)(?! in| into| with)(?![\p{L}])/gu,
    'hair in a ponytail',
  ],
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

/** @param text in plain signs; @returns with "no hat" for every way to take it off, and without what is swapped for another */
export const withoutWhatGoes = (text: string): string =>
  [...[[OFF, 'no $1'] as const], ...ENDED, [SWAPPED, 'wearing '] as const].reduce(
    (words, [pattern, by]) => words.replaceAll(pattern, by),
    text,
  );
