import { fillCharacter } from '@avatar/character';
import {
  BEARD_NOUNS,
  CLOTHES_NOUNS,
  GROUND_NOUNS,
  HAIR_NOUNS,
  WORN_NOUNS,
} from '../comparative/vocabulary.js';
import type { Snapshot } from '../recipe/state.js';

type Section =
  'hair' | 'eyes' | 'skin' | 'brows' | 'mouth' | 'facial_hair' | 'clothing' | 'glasses' | 'headwear';
const SECTIONS: readonly (readonly [nouns: string, section: Section])[] = [
  [HAIR_NOUNS, 'hair'],
  ['eyes?', 'eyes'],
  ['skin', 'skin'],
  ['brows|eyebrows', 'brows'],
  ['lips|lipstick|mouth', 'mouth'],
  [BEARD_NOUNS, 'facial_hair'],
  [CLOTHES_NOUNS, 'clothing'],
  ['glasses|sunglasses|frames', 'glasses'],
  [WORN_NOUNS, 'headwear'],
];
const THING = [...SECTIONS.map(([nouns]) => nouns), GROUND_NOUNS].join('|');
const SAME = new RegExp(
  `(?<![\\p{L}])(?:(?:in |to )?(?:the |exactly the )?same (?:colou?r|shade)s? (?:as|of|like)|(?:to )?match(?:es|ing)?(?: with)?|(?:that|which) match(?:es)?|in the colou?r of|the colou?r of) (?:my |his |her |their |the |your )?(?<thing>${THING})(?:'s)?(?: colou?r)?(?![\\p{L}])`,
  'gu',
);

/** "In the same colour as her eyes" with that colour, where it is known; of a photo nothing is. */
export function withSameColours(text: string, { recipe, character }: Snapshot): string {
  return text.replaceAll(SAME, (words, thing: string) => {
    const { background } = recipe;
    if (GROUND_NOUNS.split('|').includes(thing)) return background?.startsWith('#') ? background : words;
    if (recipe.subject !== 'character' || character === undefined) return words;
    const [, section] = SECTIONS.find(([nouns]) => new RegExp(`^(?:${nouns})$`, 'u').test(thing)) ?? [];
    return section === undefined ? words : fillCharacter(character, recipe.seed)[section].hex;
  });
}
