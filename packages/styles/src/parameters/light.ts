import type { GelLighting } from './gels.js';

/** White balance, exposure and contrast of the person. */
export interface ToneParameters {
  /** CIELAB lightness that the median of the skin is led into, if the photo is badly exposed. */
  readonly skinLightness: { readonly min: number; readonly max: number };
  /** Most that an under-exposed photo is lifted, and an over-exposed one is lowered, in L. */
  readonly maxLift: number;
  readonly maxDrop: number;
  /** Share of the way from the measured to the nearest natural skin hue and chroma, in [0, 1]. */
  readonly hueStrength: number;
  readonly chromaStrength: number;
  /** Strength of the S-curve around the lightness of the skin, in [0, 1]. */
  readonly contrast: number;
  /** Factor on the colourfulness, 1 leaves it. */
  readonly saturation: number;
}

/** One soft key light and its fill, on a surface rebuilt from the face mesh and the matte. */
export interface RelightParameters {
  /** Share of the photo's own directional light that is taken out: in flat and in one-sided light, in [0, 1]. */
  readonly delight: { readonly flat: number; readonly oneSided: number };
  /** Direction towards the key light: x away from the middle on the side that is lit already, y down, z to the viewer. */
  readonly keyDirection: readonly [x: number, y: number, z: number];
  /** Brightness of the unlit side; the rest up to 1 comes from the key. In (0, 1]. */
  readonly ambient: number;
  /** Exponent of the light's fall-off over the surface: 1 is soft, 2 and more is hard. */
  readonly falloff: number;
  /** Factor on the whole light pattern, 1 being physical. */
  readonly strength: number;
  /** Bounds of the brightness factor that the light may cause. */
  readonly ratio: { readonly min: number; readonly max: number };
  /** Share of the effect on hair and clothes, in [0, 1]. */
  readonly body: number;
  /** Share of hard shadows and hot spots on the skin that is evened out, in [0, 1]. */
  readonly shadowFill: number;
  /** Fall-off towards the lower corners, as a brightness factor at the bottom of the picture. */
  readonly bottomBrightness: number;
  /** Depth of the shadows that nose, brows and chin cast in the key light, 0 to 1. Default 0. */
  readonly castShadows?: number;
  /** Coloured lamps that come after the key light. Without it all light is white. */
  readonly gels?: GelLighting;
}
