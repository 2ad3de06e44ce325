import type { Colour } from '../palettes.js';

/** A shift of colour in CIELAB units, -20 to 20 each: a from green to red, b from blue to yellow. */
export interface ColourShift {
  readonly a: number;
  readonly b: number;
}

/** Light that got into the camera beside the lens, from the right edge of the picture. */
export interface LightLeak {
  /** sRGB-encoded, each channel in [0, 1]. */
  readonly colour: Colour;
  /** 0 to 1. */
  readonly strength: number;
}

/** The colour grade of the finished picture, person and backdrop together. */
export interface GradeParameters {
  /** Share of the way to black and white, 0 (in colour) to 1. The skin keeps its lightness. */
  readonly monochrome: number;
  /** Brightness of red against green in black and white, in L per unit of CIELAB a, 0 to 0.5: a red filter on the lens. */
  readonly redFilter: number;
  /** Factor on the colourfulness, 0 to 1.5; 1 leaves it. */
  readonly saturation: number;
  /** Tint by tone: split toning where shadows and highlights differ. Skin takes less than half of it. */
  readonly tint: {
    readonly shadows: ColourShift;
    readonly midtones: ColourShift;
    readonly highlights: ColourShift;
  };
  /** Strength of the S-curve around the lightness of the skin, in [0, 1]. */
  readonly contrast: number;
  /** CIELAB lightness that black becomes, 0 to 20: a faded print. */
  readonly blackPoint: number;
  /** CIELAB lightness that white becomes, 80 to 100. */
  readonly whitePoint: number;
  /** Share of the lightness that the corners lose, in [0, 1]. */
  readonly vignette: number;
  /** Light that bright parts spill around them, as a mist filter on the lens does. */
  readonly glow: {
    /** 0 (none) to 1. */
    readonly strength: number;
    /** CIELAB lightness from which a part spills, 0 to 100. */
    readonly threshold: number;
    /** Standard deviation as a fraction of the side, 0.002 to 0.05. */
    readonly reach: number;
    /** Share of its colour that the spilled light keeps, 0 (white light, the default) to 1: neon signs and gels. */
    readonly colour?: number;
  };
  /** Without it no light gets in. */
  readonly lightLeak?: LightLeak;
  /** Film grain: its standard deviation in the midtones in L, 0 (none) to 6. */
  readonly grain: number;
}
