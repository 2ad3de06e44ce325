import type { Hex } from '@avatar/character';
import type { Sets } from '../meaning/sets.js';

/** Wide ranges, so that no group has one look: skin from the first to the last tone, and hair colours that are common. */
interface Prior {
  readonly skin: readonly Hex[];
  readonly hair?: readonly Hex[];
}

const DARK_HAIR: readonly Hex[] = ['#1a1718', '#241c1a', '#33241c'];

/**
 * What the field `ethnicity` says, and only the field: the words of a text never do. Skin and hair colour; no feature
 * of the face, since within every group they differ more than between groups.
 */
const PRIORS: Readonly<Record<string, Prior>> = {
  white: { skin: ['#f7dccb', '#f1cdb2', '#e6b896', '#d9a882'] },
  black: { skin: ['#9a6644', '#7d4f33', '#5f3a26', '#462a1c'], hair: DARK_HAIR },
  asian_american: { skin: ['#f3d2b3', '#e6bd98', '#d2a078', '#b98560'], hair: DARK_HAIR },
  east_asian: { skin: ['#f5d8bc', '#edc9a6', '#dcb088', '#cc9c74'], hair: DARK_HAIR },
  south_east_asian: { skin: ['#e9c09a', '#d3a27a', '#b98560', '#9a6a48'], hair: DARK_HAIR },
  south_asian: { skin: ['#d9a882', '#bd8a62', '#9a6a48', '#754a31'], hair: DARK_HAIR },
  middle_eastern: { skin: ['#efcaa8', '#dcb088', '#c4946c', '#a3744f'], hair: [...DARK_HAIR, '#4a3224'] },
  pacific: { skin: ['#cf9f78', '#b58260', '#966647', '#724a33'], hair: DARK_HAIR },
  hispanic: {
    skin: ['#f0cbaa', '#d9a882', '#bd8a62', '#966647'],
    hair: [...DARK_HAIR, '#4a3224', '#6b4029'],
  },
};

/** @param token the field's value in lower case with underscores; undefined is returned for one that has no prior */
export function ethnicityPrior(token: string, seed: number): Sets | undefined {
  const prior = PRIORS[token.replace('southeast', 'south_east')];
  if (!prior) return undefined;
  const { skin, hair } = prior;
  const spread = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return {
    'skin.hex': skin[spread % skin.length],
    ...(hair && { 'hair.hex': hair[(spread >>> 8) % hair.length] }),
  };
}
