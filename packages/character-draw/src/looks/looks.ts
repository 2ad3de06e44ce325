import { ANIME_LOOK } from './anime/anime-look.js';
import { FLAT_LOOK } from './flat/flat-look.js';
import type { Look } from './look.js';
import { vectorLook } from './vector/draw-vector.js';

/** Every look that a person can be drawn in. */
export const LOOKS = {
  anime: vectorLook(ANIME_LOOK),
  flat: vectorLook(FLAT_LOOK),
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS) as readonly LookName[];
