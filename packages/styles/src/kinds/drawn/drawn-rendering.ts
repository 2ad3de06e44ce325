import type { RelightParameters, ToneParameters } from '../../parameters/light.js';

/** How much features of the face grow, as a fraction of their size, -0.3 to 0.5. The change fades out around them. */
export interface FeatureScaling {
  /** In width; in height eyes grow by half as much again. */
  readonly eyes: number;
  readonly nose: number;
  readonly mouth: number;
}

/** Flat tones of the skin. */
export interface CelSkinParameters {
  /** Share of the shading that comes from the face mesh under the style's own light, the rest from the photo, in [0, 1]. */
  readonly meshLight: number;
  /** How much darker a shadow is than the skin, in L, 0 to 30. */
  readonly shadow: number;
  /** Share of folds and features finer than the tones that stays, in [0, 1]. */
  readonly detail: number;
  /** Redness of the cheeks, in [0, 1]. */
  readonly blush: number;
}

/** Tones of the hair, which follow its strands. */
export interface CelHairParameters {
  /** Difference of light and dark strands, 0 (one flat tone) to 2; 1 is usual. */
  readonly contrast: number;
  /** Strength of the band of gloss around the crown, in [0, 1]. */
  readonly gloss: number;
}

/** Lines that are drawn where the photo has dark lines and edges. */
export interface InkParameters {
  /** Darkness of the lines, in [0, 1]. */
  readonly strength: number;
  /** The same on the skin, where lines make older. */
  readonly onSkin: number;
  /** Width of the lines in pixels of a head of 480 px, 0.6 to 4. */
  readonly widthPx: number;
  /** Darkness of the line around the whole person, in [0, 1]. */
  readonly outline: number;
}

/** How tones meet and shine: flat paint, or a modelled surface. */
export interface ShadingParameters {
  /** 0: flat tones with crisp borders. 1: tones that flow into each other, as on a modelled figure. */
  readonly softness: number;
  /** Highlights of the key light on the skin, and a warm edge between light and shadow, in [0, 1]. */
  readonly gloss: number;
}

/** Square pixels of a picture with few colours. */
export interface PixelParameters {
  /** Pixels along the side of the picture at full intensity, 32 to 160; more at a lower one. */
  readonly cells: number;
  /** Colours of the person at full intensity, 8 to 64; more at a lower one. */
  readonly colours: number;
  /** Amplitude of the ordered dither in L, 0 to 6. */
  readonly dither: number;
}

/** How the person is rendered: drawn in flat tones and ink, with the features of the photo. */
export interface DrawnRendering {
  readonly kind: 'drawn';
  readonly tone: ToneParameters;
  readonly relight: RelightParameters;
  readonly features: FeatureScaling;
  readonly skin: CelSkinParameters;
  readonly hair: CelHairParameters;
  readonly shading: ShadingParameters;
  readonly ink: InkParameters;
  /**
   * `drawn`: whites, irises, lashes and lids are drawn anew in the photo's colours; `bold`: the photo's own, with
   * more contrast.
   */
  readonly eyes: 'drawn' | 'bold';
  /** Factor on the colourfulness of hair and clothes, 0 to 2. */
  readonly saturation: number;
  /** Turns the finished picture into pixel art. */
  readonly pixels?: PixelParameters;
}
