import type { CharacterSpec, ClothingStyle, FilledCharacter, HairStyle } from '@avatar/character';

type Wish = 'pattern' | 'neck' | 'lapel';

/** What a garment takes from the spec beside its colours. */
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

/** Wishes of the spec that the drawn clothes and hair have nothing for, as `path=value`. What the seed chose is no wish. */
export function unsupportedWishes(spec: CharacterSpec, { clothing, hair }: FilledCharacter): string[] {
  const missing: string[] = [];
  const miss = (path: string, value: string | undefined) => {
    if (value !== undefined && value !== 'none') missing.push(`${path}=${value}`);
  };
  for (const wish of ['pattern', 'neck', 'lapel'] as const)
    if (!GARMENT_WISHES[clothing.style].includes(wish)) miss(`clothing.${wish}`, spec.clothing?.[wish]);
  if (!FRINGED.has(hair.style)) miss('hair.fringe', spec.hair?.fringe);
  if (PLAIN.has(hair.style)) miss('hair.second', spec.hair?.second);
  return missing;
}
