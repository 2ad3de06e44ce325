import type { Said } from '../said.js';
import { isDenied } from '../words/negation.js';
import { findPhrases, phrase } from '../words/phrase.js';

/** "Tie them back" is no tie. */
const TIE = [phrase('(?:bow )?ties?(?! (?:it|them|her|his|my|the|back|up))|necktie', true)];

/** How a tie was asked for, which is drawn with a suit only; undefined where none was. */
export const wishedTie = ({ text }: Pick<Said, 'text'>): string | undefined =>
  findPhrases(text, TIE).find((found) => !isDenied(text, found))?.words;
