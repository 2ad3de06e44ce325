import type { ClothingPattern, ClothingStyle, Lapel, Neckline } from './values/clothing.js';
import type {
  BrowsSpec,
  EarsSpec,
  EyesSpec,
  FaceSpec,
  FacialHairSpec,
  HairSpec,
  Hex,
  MouthSpec,
  NoseSpec,
  SkinSpec,
} from './head-spec.js';
import type { Age } from './values/person.js';
import type { Expression, Framing, Gesture } from './values/pose.js';
import type { Accessory, Effect, GlassesStyle, HeadwearStyle } from './values/worn.js';

/** The version of the contract: it changes when a field changes its meaning, not when one is added. */
export const CHARACTER_VERSION = 1;

/**
 * One person as data, whatever the look they are drawn in. Everything may be left out: `fillCharacter` finds it by the seed.
 * Numbers are in [0, 1] with 0.5 as typical unless they say otherwise; left and right are the person's own.
 */
export interface CharacterSpec {
  /** Version of this contract. */
  readonly version?: typeof CHARACTER_VERSION;
  /**
   * What the seed decides once it is here: all that is not given, and the small irregularities of the drawing. An
   * integer from 0 to 4294967295.
   */
  readonly seed?: number;
  readonly skin?: SkinSpec;
  readonly age?: Age;
  /**
   * How features and clothes are drawn where nothing else says so: 0 masculine, 0.5 neither, 1 feminine. No statement
   * about gender.
   */
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
  /** Brim of a hat or peak of a cap: 0 narrow, 1 wide. */
  readonly brim?: number;
  /** A plume on a helmet, a bobble on a beanie. */
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

declare module '@avatar/stage' {
  interface Artifacts {
    /** The person who is drawn, as data. */
    character: CharacterSpec;
  }
}
