import {
  CLOTHING_STYLES,
  GLASSES_STYLES,
  HAIR_STYLES,
  HEADWEAR_STYLES,
  type CharacterEdit,
} from '@avatar/character';
import type { Option, Pending } from '../recipe/state.js';

type Path = 'clothing.style' | 'hair.style' | 'glasses.style' | 'headwear.style';
const LABELS: Readonly<Record<Path, readonly { readonly value: string; readonly label: string }[]>> = {
  'clothing.style': CLOTHING_STYLES,
  'hair.style': HAIR_STYLES,
  'glasses.style': GLASSES_STYLES,
  'headwear.style': HEADWEAR_STYLES,
};

/** Some of each family, to choose from. */
const FAMILIES: readonly (readonly [names: string, path: Path, values: readonly string[]])[] = [
  ['jacket|coat|blazer', 'clothing.style', ['blazer', 'denim_jacket', 'leather_jacket', 'suit']],
  ['shirt|top|t-?shirt', 'clothing.style', ['shirt', 'tshirt', 'polo', 'turtleneck']],
  ['clothes|outfit|clothing|dress|look', 'clothing.style', ['suit', 'shirt', 'hoodie', 'dress']],
  ['hair|haircut|hairstyle|hairdo', 'hair.style', ['crop', 'bob', 'long_wavy', 'ponytail']],
  ['glasses|frames', 'glasses.style', ['round', 'rectangle', 'cat_eye', 'aviator']],
  ['hat|headwear', 'headwear.style', ['cap', 'beanie', 'fedora', 'turban']],
];
const ANOTHER =
  '(?:(?:a |an |some |with |in |give (?:me|him|her|them) |can i (?:see|have) |i want |try |maybe )*(?:different|another|other|new|better|nicer)|change (?:the |his |her |their |my )?)';

/** "Another jacket", and nothing says which; undefined for everything else. @param text in plain signs */
export function whichOne(text: string): Pending | undefined {
  for (const [names, path, values] of FAMILIES) {
    const match = new RegExp(`^${ANOTHER} ?(?<noun>${names})(?: please)?[\\s.!?]*$`, 'u').exec(text.trim());
    if (match !== null)
      return {
        question: `Which ${match.groups?.noun} shall it be?`,
        options: values.map((value) => option(path, value)),
      };
  }
  return undefined;
}

const option = (path: Path, value: string): Option => ({
  label: LABELS[path].find((one) => one.value === value)?.label ?? value,
  edits: [{ character: { op: 'set', path, value } as CharacterEdit }],
});
