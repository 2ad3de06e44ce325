import { withoutCourtesy } from './courtesy.js';
import { withoutComplaints } from './dislikes.js';
import { withSlightSmiles } from './small-smile.js';
import { withoutWhatGoes } from './worn-things.js';

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

/** "A touch to the left" is a bit of it; "a touch of grey" is grey hair. */
const A_BIT =
  /(?<![\p{L}])(?:just |only )?(?:a (?:tiny |little |wee |small |very little )*(?:bit|touch|tad|smidge|smidgen|notch|fraction|hair(?= (?:\p{L}+er|more|less|too)(?![\p{L}])))|a wee|ever so slightly|ever so|marginally|a shade)(?! of)(?![\p{L}])/gu;

/** @param text in plain signs */
export const inLexiconWords = (text: string): string =>
  withSlightSmiles(
    withoutWhatGoes(
      withoutComplaints(
        withoutCourtesy(text.replaceAll(EVERYDAY, (word) => WORDS[word]).replaceAll(A_BIT, 'a bit')),
      ),
    ),
  );
