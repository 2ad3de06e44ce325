import type { Expression, Framing, Gesture } from '@avatar/character';

export const SUBJECTS = ['photo', 'character'] as const;
/** Whether the picture shows the person of a photo, or a person who is drawn from data. */
export type Subject = (typeof SUBJECTS)[number];

export const LOOKS = ['toon3d', 'anime', 'flat'] as const;
/** How a character is drawn. */
export type Look = (typeof LOOKS)[number];

export const LIGHTS = ['warm', 'cool', 'soft', 'dramatic'] as const;
/** A light that a message can ask for. */
export type Light = (typeof LIGHTS)[number];

export const MODES = ['max', 'eco'] as const;
export type Mode = (typeof MODES)[number];

/** How a drawn person stands. What is left out is as the person's own data says. */
export interface RecipePose {
  /** Degrees, positive towards the viewer's right, -45 to 45; of a photo -5 to 5. */
  readonly yaw?: number;
  readonly gesture?: Gesture;
  readonly framing?: Framing;
}

/** What the next picture is made of, the person apart. What is left out follows from the rest, as its style says. */
export interface Recipe {
  /** Left out until there is a photo or a description. */
  readonly subject?: Subject;
  /** Token of a style for photos. */
  readonly style?: string;
  /** Of a character. Default `toon3d`. */
  readonly look?: Look;
  /** Token or `#rrggbb`. */
  readonly background?: string;
  /** Token, `#rrggbb`, or two of them with a comma between. */
  readonly palette?: string;
  readonly light?: Light;
  /** Of a photo `slight_smile` and `smile`, which is a slight one too. */
  readonly expression?: Expression;
  readonly pose?: RecipePose;
  /** Platform token. */
  readonly platform?: string;
  /** Strength of a photo's style in (0, 1]. */
  readonly intensity?: number;
  readonly mode: Mode;
  /** 32-bit unsigned integer. */
  readonly seed: number;
}

/** The recipe of a conversation in which nothing was said yet. */
export const EMPTY_RECIPE: Recipe = { mode: 'max', seed: 0 };
