import type { ClothingStyle, FilledCharacter } from '@avatar/character';

/** Clothes whose material takes no print. */
const WITHOUT_PRINT: readonly ClothingStyle[] = [
  'suit',
  'armor',
  'cloak',
  'spacesuit',
  'leather_jacket',
  'denim_jacket',
];

/** Fields of a character that this look draws nothing for, as `path=value`. */
export function unsupportedInToon3d({ clothing }: FilledCharacter): readonly string[] {
  return clothing.pattern !== 'none' && WITHOUT_PRINT.includes(clothing.style)
    ? [`clothing.pattern=${clothing.pattern}`]
    : [];
}
