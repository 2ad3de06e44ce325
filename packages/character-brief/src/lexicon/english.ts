import { CLOTHING } from './en/clothing.js';
import { COLOURS, SHADES } from './en/colours.js';
import { COSTUMES } from './en/costumes.js';
import { FACE } from './en/face.js';
import { FACIAL_HAIR } from './en/facial-hair.js';
import { FILLER, GRAMMAR } from './en/grammar.js';
import { HAIR } from './en/hair.js';
import { PEOPLE } from './en/people.js';
import { POSE } from './en/pose.js';
import { SCENE } from './en/scene.js';
import { WORN_WORDS } from './en/worn.js';
import type { Lexicon } from './lexicon.js';
import { readEnglishAge } from './en/read-age.js';
import { treeOf } from './phrase-tree.js';

/** English, British and American. */
export const ENGLISH: Lexicon = {
  language: 'en',
  phrases: treeOf([
    FILLER,
    SCENE,
    GRAMMAR,
    SHADES,
    COLOURS,
    FACE,
    POSE,
    PEOPLE,
    COSTUMES,
    CLOTHING,
    WORN_WORDS,
    FACIAL_HAIR,
    HAIR,
  ]),
  ageAt: readEnglishAge,
};
