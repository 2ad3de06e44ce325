import type {
  CharacterSpec,
  ClothingStyle,
  FilledCharacter,
  HairStyle,
  HeadwearStyle,
} from '@avatar/character';
import { wearsGlass } from '../headwear/wears-glass.js';

type Wish = 'pattern' | 'neck' | 'lapel';

/** What a garment takes from the spec beside its colours, in every look. */
const GARMENT_WISHES: Readonly<Record<ClothingStyle, readonly Wish[]>> = {
  armor: [],
  blazer: ['pattern', 'lapel'],
  cloak: [],
  denim_jacket: [],
  dress: ['pattern', 'neck'],
  hoodie: ['pattern'],
  jersey: [],
  kurta: ['pattern'],
  leather_jacket: [],
  polo: ['pattern'],
  shirt: ['pattern'],
  spacesuit: [],
  suit: ['pattern', 'lapel'],
  sweater: ['pattern', 'neck'],
  tshirt: ['pattern', 'neck'],
  turtleneck: ['pattern'],
};

/** Whether a garment takes a pattern. */
export const takesPrint = (style: ClothingStyle): boolean => GARMENT_WISHES[style].includes('pattern');

const FRINGED = new Set<HairStyle>([
  'bob',
  'lob',
  'long_straight',
  'long_wavy',
  'long_curly',
  'ponytail',
  'bun',
  'top_bun',
  'half_up',
]);
/** Too short for colours of their own. */
const PLAIN = new Set<HairStyle>(['bald', 'buzz']);

/** Headwear that covers the ears, and what hangs on them. */
const OVER_EARS = new Set<HeadwearStyle>(['hijab', 'turban', 'helmet', 'hood']);
/** Headwear that no flower is pinned to. */
const HARD = new Set<HeadwearStyle>(['helmet', 'hood']);

/** Whether earrings show. */
export const showsEarrings = (character: FilledCharacter): boolean =>
  !OVER_EARS.has(character.headwear.style) || wearsGlass(character);
/** Whether a flower does. */
export const showsFlower = (character: FilledCharacter): boolean => !HARD.has(character.headwear.style);

/**
 * Wishes of the spec that the drawn person has nothing for, as `path=value`: the same in every look. What the seed chose is no
 * wish.
 */
export function unsupportedWishes(spec: CharacterSpec, character: FilledCharacter): string[] {
  const { clothing, hair } = character;
  const missing: string[] = [];
  const miss = (path: string, value: string | undefined) => {
    if (value !== undefined && value !== 'none') missing.push(`${path}=${value}`);
  };
  for (const wish of ['pattern', 'neck', 'lapel'] as const)
    if (!GARMENT_WISHES[clothing.style].includes(wish)) miss(`clothing.${wish}`, spec.clothing?.[wish]);
  if (!FRINGED.has(hair.style)) miss('hair.fringe', spec.hair?.fringe);
  if (PLAIN.has(hair.style)) miss('hair.second', spec.hair?.second);
  for (const accessory of spec.accessories ?? [])
    if (
      (accessory === 'flower' && !showsFlower(character)) ||
      ((accessory === 'earrings' || accessory === 'hoops') && !showsEarrings(character))
    )
      miss('accessories', accessory);
  return missing;
}
