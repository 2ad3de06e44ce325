import { expect, test } from 'vitest';
import { inLexiconWords } from './everyday-words.js';
import { spelled } from './spelling.js';

test.each([
  ['catroon', 'cartoon'],
  ['a proffesional headhsot for linkdin', 'a professional headshot for linkedin'],
  ['backround', 'background'],
  ['blue glases and earings', 'blue glasses and earrings'],
  // Words of their own, and forms of a word.
  ['the stranger in my classes', 'the stranger in my classes'],
  ['cartoons in portraits', 'cartoons in portraits'],
  ['a mountain and lightning', 'a mountain and lightning'],
  ['carton, discard, cardigan, crater', 'carton, discard, cardigan, crater'],
])('%s', (text, mended) => {
  expect(spelled(text)).toBe(mended);
});

test.each([
  ['gimme 4 of em', 'give me 4 of them'],
  ['glasses off, beanie on', 'no glasses, beanie on'],
  ['his hat is off', 'no hat'],
  ['bg in navy w/ a hoody', 'background in navy with a hoodie'],
  // Not inside of a word, nor of another one.
  ['bgs, rock’n’roll, nan, emu', 'bgs, rock’n’roll, nan, emu'],
  ['turn off the light, take the hat', 'turn off the light, take the hat'],
])('%s', (text, inWords) => {
  expect(inLexiconWords(text)).toBe(inWords);
});
