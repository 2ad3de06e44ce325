import type { CharacterPath, ValueAt } from '@avatar/character';

/** How long hair is, before texture and person make a style of it. */
export type HairLength = 'very_short' | 'short' | 'medium' | 'long';

/** What words put at paths of a spec. Values of lists are added to what is there. */
export type Sets = { readonly [Path in CharacterPath]?: ValueAt<Path> } & {
  readonly 'hair.length'?: HairLength;
};

/** A path of a spec, or a fact that becomes one when all is read. */
export type FactPath = keyof Sets;
