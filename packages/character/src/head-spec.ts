import type { FacialHairStyle, Fringe, HairPart, HairStyle, HairTexture } from './values/hair.js';
import type {
  BrowShape,
  EarShape,
  EyeDesign,
  IrisDesign,
  Lid,
  MouthShape,
  NoseShape,
} from './values/person.js';

/** A colour as `#rrggbb`, sRGB. */
export type Hex = string;

/** Skin. */
export interface SkinSpec {
  /** Colour in even, diffuse light. */
  readonly hex?: Hex;
}

/** Outline of the face. */
export interface FaceSpec {
  /** Width: 0 slender, 1 broad. */
  readonly width?: number;
  /** Jaw: 0 narrow, 1 square. */
  readonly jaw?: number;
  /** Chin: 0 small and pointed, 1 strong. */
  readonly chin?: number;
  /** Cheeks: 0 hollow, 1 full. */
  readonly cheeks?: number;
  /** Length: 0 short, 1 long. */
  readonly length?: number;
}

/** Eyes. */
export interface EyesSpec {
  /** Colour of the iris. */
  readonly hex?: Hex;
  /** Size: 0 small, 1 large. */
  readonly size?: number;
  /** Tilt: 0 outer corners low, 1 high. */
  readonly tilt?: number;
  /** Distance between them: 0 close, 1 far. */
  readonly spacing?: number;
  readonly lid?: Lid;
  /** Lashes: 0 hardly any, 1 long. */
  readonly lashes?: number;
  readonly design?: EyeDesign;
  readonly iris?: IrisDesign;
}

/** Brows. */
export interface BrowsSpec {
  /** Thickness: 0 thin, 1 thick. */
  readonly thickness?: number;
  /** Arch: 0 flat, 1 high. */
  readonly arch?: number;
  /** Colour; left out, that of the hair, or a dark brown beside dyed hair. */
  readonly hex?: Hex;
  readonly shape?: BrowShape;
}

/** Nose. */
export interface NoseSpec {
  /** Width: 0 narrow, 1 broad. */
  readonly width?: number;
  /** Length: 0 short, 1 long. */
  readonly length?: number;
  /** Bridge: 0 low, 1 high. */
  readonly bridge?: number;
  readonly shape?: NoseShape;
}

/** Mouth. */
export interface MouthSpec {
  /** Width: 0 small, 1 wide. */
  readonly width?: number;
  /** Lips: 0 thin, 1 full. */
  readonly fullness?: number;
  /** Colour of the lips; follows the skin where it is left out. */
  readonly hex?: Hex;
  readonly shape?: MouthShape;
}

/** Ears. */
export interface EarsSpec {
  readonly shape?: EarShape;
}

/** Hair of the head. */
export interface HairSpec {
  readonly style?: HairStyle;
  readonly texture?: HairTexture;
  /** Volume: 0 flat, 1 big. */
  readonly volume?: number;
  /** Colour before any grey. */
  readonly hex?: Hex;
  readonly part?: HairPart;
  readonly fringe?: Fringe;
  /** How far the hairline has gone back: 0 not at all, 1 to the crown. */
  readonly recession?: number;
  /** Share of grey strands: 0 none, 1 all. */
  readonly grey?: number;
  /** Colour of streaks or tips; left out for hair of one colour. */
  readonly second?: Hex;
}

/** Beard and moustache. */
export interface FacialHairSpec {
  readonly style?: FacialHairStyle;
  /** Colour; left out, that of the hair, or a dark brown beside dyed hair. */
  readonly hex?: Hex;
}
