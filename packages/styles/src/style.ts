import type { Brushwork } from './brushwork.js';
import type { Context } from './contexts.js';
import type { DrawnRendering } from './drawing.js';
import type { GelLighting } from './gels.js';
import type { GradeParameters } from './grade.js';
import type { Ornament } from './ornament.js';
import type { FunctionRendering, ModelRendering } from './own-rendering.js';

/** Where the head goes. Fractions of the side of the square picture. */
export interface Framing {
  /** Crown to chin. */
  readonly headHeight: number;
  /** Eye line, measured from the top. */
  readonly eyeLine: number;
  /** Least space above the crown. */
  readonly minHeadroom: number;
}

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

/** Retouching. Every number is a strength in [0, 1] unless it says otherwise; 0 switches the step off. */
export interface RetouchParameters {
  /** Evens blotches of the size of a spot; pores and lines finer than that stay. */
  readonly skinSmoothing: number;
  /** Evens the colour of blotches. */
  readonly skinColour: number;
  /** Evens lamps of different colours on one face. */
  readonly mixedLight: number;
  readonly shine: number;
  readonly underEyes: number;
  readonly eyes: number;
  readonly teeth: number;
  /** Restores the detail that a sharp portrait has and that this photo lost. */
  readonly sharpening: number;
  /** Local contrast of hair and clothes. */
  readonly clarity: number;
  readonly denoise: number;
  /** How much of the sharpening is left out away from the face, as a lens focused on the eyes would. */
  readonly focusFalloff: number;
}

/** How the person is rendered: a photo stays a photo. */
export interface PhotoRendering {
  readonly kind: 'photo';
  readonly tone: ToneParameters;
  readonly relight: RelightParameters;
  readonly retouch: RetouchParameters;
  /** Drawn around the finished person. */
  readonly ornament?: Ornament;
  /** Laid over the finished picture, backdrop and all. Without it colours stay as retouching leaves them. */
  readonly grade?: GradeParameters;
  /** Paints the finished picture anew in oil. */
  readonly brushwork?: Brushwork;
}

/** How a style renders the person, by `kind`. */
export type Rendering = PhotoRendering | DrawnRendering | ModelRendering | FunctionRendering;

/** Everything that makes a style, as plain data. */
export interface Style<R extends Rendering = Rendering> {
  /** Stable name in requests, lower case with underscores, up to 64 characters. */
  readonly token: string;
  /** Up to 80 characters. */
  readonly label: string;
  /** One sentence, up to 300 characters. */
  readonly description: string;
  /** SPDX identifier or expression: the strictest of the style's parameters, its own files and the models that it needs. */
  readonly licence: string;
  /** Up to 200 characters. */
  readonly creator: string;
  /** Tokens of the platforms that the style is meant for. */
  readonly platforms: readonly string[];
  readonly context: Context;
  readonly framing: Framing;
  /** What goes behind the person unless the caller asks for something else. */
  readonly background: { readonly token: string; readonly palette: string };
  readonly rendering: R;
  /** Minimum calibrated likeness in [0, 1] by context. */
  readonly minLikeness: Readonly<Record<Context, number>>;
  /** Catalogue ids of the models that it needs beyond those of the default pipeline. Default: none. */
  readonly models?: readonly string[];
}
