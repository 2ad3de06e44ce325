/** Looks that a character is drawn in; `@avatar/character-draw` has one of each name. */
export const CHARACTER_LOOKS = ['toon3d', 'anime', 'flat'] as const;
export type CharacterLook = (typeof CHARACTER_LOOKS)[number];

/**
 * How the person is rendered: not from the photo's pixels, but drawn anew as the character that was measured from it.
 * The intensity of a run changes nothing.
 */
export interface CharacterRendering {
  readonly kind: 'character';
  readonly look: CharacterLook;
}
