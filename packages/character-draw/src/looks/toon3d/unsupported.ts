import type { CharacterSpec, ClothingStyle, FilledCharacter } from '@avatar/character';

/** Clothes whose material takes no print. */
const WITHOUT_PRINT: readonly ClothingStyle[] = [
  'suit',
  'armor',
  'cloak',
  'spacesuit',
  'leather_jacket',
  'denim_jacket',
];

/** Wishes of a spec that this look draws nothing for, as `path=value`. */
export function unsupportedInToon3d(spec: CharacterSpec, { clothing }: FilledCharacter): readonly string[] {
  const pattern = spec.clothing?.pattern ?? 'none';
  return pattern !== 'none' && WITHOUT_PRINT.includes(clothing.style) ? [`clothing.pattern=${pattern}`] : [];
}
