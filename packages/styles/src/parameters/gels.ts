import type { Colour } from '../palettes.js';

/** A lamp behind a coloured gel. */
export interface Gel {
  /** Colour of the light, sRGB-encoded, each channel in [0, 1]. */
  readonly colour: Colour;
  /** Direction towards the lamp as seen in the picture: x right, y down, z to the viewer. */
  readonly direction: readonly [x: number, y: number, z: number];
  /** Whether x points to the side that the photo is lit from instead of to the right. Default false. */
  readonly fromKeySide?: boolean;
  /** Brightness on a surface that faces the lamp, relative to the photo's own light, 0 to 4. */
  readonly strength: number;
  /** Exponent of the light's fall-off over the surface: 1 is soft, 2 and more is hard. */
  readonly falloff: number;
}

/** Coloured lamps on the person, in a room that is otherwise dim. */
export interface GelLighting {
  readonly gels: readonly Gel[];
  /** What stays of the photo's own light, as a factor for red, green and blue in linear light, each in [0, 1]. */
  readonly fill: Colour;
  /** Brightness of the skin afterwards, as a factor on its mean luminance, in (0, 1]: gels never lighten skin. */
  readonly exposure: number;
  /**
   * Share of a surface's own colour that the gels do not see, in [0, 1]: without it a lamp in the complementary
   * colour of the skin would only make it grey.
   */
  readonly bleach: number;
  /** Reflection of the lamps on the skin, 0 to 1. It is the same on all skin, and so shows most on dark skin. */
  readonly shine: number;
  /** Depth of the shadows that nose, brows and chin cast, 0 to 1. */
  readonly castShadows: number;
}
