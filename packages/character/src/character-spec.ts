import type { ClothingPattern, ClothingStyle, Lapel, Neckline } from './values/clothing.js';
import type { FacialHairStyle, Fringe, HairPart, HairStyle, HairTexture } from './values/hair.js';
import type {
  Age,
  BrowShape,
  EarShape,
  EyeDesign,
  IrisDesign,
  Lid,
  MouthShape,
  NoseShape,
} from './values/person.js';
import type { Expression, Framing, Gesture } from './values/pose.js';
import type { Accessory, Effect, GlassesStyle, HeadwearStyle } from './values/worn.js';

/** A colour as `#rrggbb`, sRGB. */
export type Hex = string;

/** The version of the contract: it changes when a field changes its meaning, not when one is added. */
export const CHARACTER_VERSION = 1;

/**
 * One person as data, whatever the look they are drawn in. Everything may be left out: `fillCharacter` finds it by the seed.
 * Numbers are in [0, 1] with 0.5 as typical unless they say otherwise; left and right are the person's own.
 */
export interface CharacterSpec {
  /** Version of this contract. */
  readonly version?: typeof CHARACTER_VERSION;
  /** What the seed decides once it is here: all that is not given, and the small irregularities of the drawing. An integer from 0 to 4294967295. */
  readonly seed?: number;
  readonly skin?: SkinSpec;
  readonly age?: Age;
  /** How features and clothes are drawn where nothing else says so: 0 masculine, 0.5 neither, 1 feminine. No statement about gender. */
  readonly presentation?: number;
  readonly face?: FaceSpec;
  readonly eyes?: EyesSpec;
  readonly brows?: BrowsSpec;
  readonly nose?: NoseSpec;
  readonly mouth?: MouthSpec;
  readonly ears?: EarsSpec;
  readonly hair?: HairSpec;
  readonly facial_hair?: FacialHairSpec;
  readonly glasses?: GlassesSpec;
  readonly headwear?: HeadwearSpec;
  /** Each at most once. */
  readonly accessories?: readonly Accessory[];
  readonly jewellery?: JewellerySpec;
  readonly flower?: FlowerSpec;
  readonly makeup?: MakeupSpec;
  readonly clothing?: ClothingSpec;
  readonly body?: BodySpec;
  readonly expression?: Expression;
  readonly pose?: PoseSpec;
  /** Each at most once. */
  readonly effects?: readonly Effect[];
  readonly glow?: GlowSpec;
}

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
  /** Colour; follows the hair where it is left out. */
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
  /** Colour; follows the hair where it is left out. */
  readonly hex?: Hex;
}

/** Glasses. */
export interface GlassesSpec {
  readonly style?: GlassesStyle;
  /** Colour of the frame. */
  readonly hex?: Hex;
}

/** What the head wears. */
export interface HeadwearSpec {
  readonly style?: HeadwearStyle;
  readonly hex?: Hex;
  /** Colour of band, brim or lining. */
  readonly second?: Hex;
  /** A plume on a helmet. */
  readonly plume?: boolean;
}

/** Earrings, rings and necklaces. */
export interface JewellerySpec {
  /** Colour of the metal. */
  readonly hex?: Hex;
}

/** The flower of the accessory `flower`. */
export interface FlowerSpec {
  /** Colour of the petals. */
  readonly hex?: Hex;
}

/** Make-up of eyes and cheeks; the lips have `mouth.hex`. */
export interface MakeupSpec {
  /** Colour of the eye shadow; left out for a face without make-up. */
  readonly hex?: Hex;
}

/** Clothes. */
export interface ClothingSpec {
  readonly style?: ClothingStyle;
  readonly hex?: Hex;
  /** Colour of what is under it, of trimmings and of the pattern. */
  readonly second?: Hex;
  /** Colour of a tie, a clasp or a lining. */
  readonly third?: Hex;
  readonly pattern?: ClothingPattern;
  readonly neck?: Neckline;
  readonly lapel?: Lapel;
}

/** Build. */
export interface BodySpec {
  /** Shoulders: 0 narrow, 1 broad. */
  readonly shoulders?: number;
  /** Build: 0 slender, 1 heavy. */
  readonly build?: number;
}

/** How the person stands before the viewer. */
export interface PoseSpec {
  /** Turn of the head in degrees, positive towards the viewer's right, -45 to 45. */
  readonly yaw?: number;
  /** Nod in degrees, positive looks down, -12 to 12. */
  readonly pitch?: number;
  /** Tilt in degrees, positive is clockwise as seen, -15 to 15. */
  readonly roll?: number;
  readonly gesture?: Gesture;
  readonly framing?: Framing;
}

/** Light of the effects. */
export interface GlowSpec {
  readonly hex?: Hex;
  readonly second?: Hex;
}
