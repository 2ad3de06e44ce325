import type { ClothingStyle, FilledCharacter } from '@avatar/character';

const HIGH = new Set<ClothingStyle>([
  'turtleneck',
  'cloak',
  'suit',
  'shirt',
  'kurta',
  'hoodie',
  'armor',
  'spacesuit',
  'polo',
]);

/** Garments that close at the neck: a necklace lies on them, lower down, in every look. */
export const isHighNecked = ({ clothing }: FilledCharacter): boolean => HIGH.has(clothing.style);
