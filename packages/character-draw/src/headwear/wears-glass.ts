import type { FilledCharacter } from '@avatar/character';

/** The helmet of a spacesuit is a ball of glass, in every look. */
export const wearsGlass = ({ headwear, clothing }: FilledCharacter): boolean =>
  headwear.style === 'helmet' && clothing.style === 'spacesuit';
