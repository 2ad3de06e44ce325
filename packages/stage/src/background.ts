import type { PlanarImage } from './pixels.js';

/** Linear light, each channel in [0, 1]. */
export type LightColour = readonly [red: number, green: number, blue: number];

/** A light behind the person that catches their outline. */
export interface RimLight {
  readonly colour: LightColour;
  /** Where it stands, as the viewer sees it: -1 at the left, 0 above, 1 at the right. */
  readonly side: number;
  /** In [0, 1]; 1 turns the very edge into the colour of the light. */
  readonly strength: number;
  /** How far in from the outline it is seen, as a fraction of the picture's side; 0.001 to 0.1. */
  readonly reach: number;
}

/** The light that a background throws on the person in front of it. */
export interface BackgroundLight {
  /**
   * Light from all around. It changes colours, never brightness: `tint` is linear light of luminance 1 (Rec. 709),
   * `strength` in [0, 1] is the share of the way to it.
   */
  readonly ambient?: { readonly tint: LightColour; readonly strength: number };
  /** Factor on the person's brightness in linear light, above 0 and at most 1: nights are dark. Default 1. */
  readonly exposure?: number;
  readonly rims: readonly RimLight[];
  /**
   * Whether the picture may be mirrored, lights and all, where that agrees better with the light on the person.
   * Default false.
   */
  readonly eitherSide?: boolean;
}

/** What goes behind the person. */
export type Background =
  | { readonly kind: 'picture'; readonly image: PlanarImage; readonly light?: BackgroundLight }
  | { readonly kind: 'transparent' };
