import type * as spec from './character-spec.js';
import type * as head from './head-spec.js';
import type { Age } from './values/person.js';
import type { Expression } from './values/pose.js';
import type { Accessory, Effect } from './values/worn.js';

/** Every field given, but those which say something by being left out. */
type Given<Part, LeftOut extends keyof Part = never> = Readonly<
  Required<Omit<Part, LeftOut>> & Pick<Part, LeftOut>
>;

/**
 * A person of whom everything is known that a drawing needs. It is a `CharacterSpec` too, and filling it again
 * changes nothing. Keep and edit the spec that somebody gave, not this one: here brows, beard and lips have colours
 * of their own already.
 */
export interface FilledCharacter extends spec.CharacterSpec {
  readonly version: typeof spec.CHARACTER_VERSION;
  /** For the small irregularities of the drawing: asymmetry, folds, strands. */
  readonly seed: number;
  readonly skin: Given<head.SkinSpec>;
  readonly age: Age;
  readonly presentation: number;
  readonly face: Given<head.FaceSpec>;
  readonly eyes: Given<head.EyesSpec>;
  readonly brows: Given<head.BrowsSpec>;
  readonly nose: Given<head.NoseSpec>;
  readonly mouth: Given<head.MouthSpec>;
  readonly ears: Given<head.EarsSpec>;
  /** Without `second` the hair has one colour. */
  readonly hair: Given<head.HairSpec, 'second'>;
  readonly facial_hair: Given<head.FacialHairSpec>;
  readonly glasses: Given<spec.GlassesSpec>;
  readonly headwear: Given<spec.HeadwearSpec>;
  readonly accessories: readonly Accessory[];
  readonly jewellery: Given<spec.JewellerySpec>;
  readonly flower: Given<spec.FlowerSpec>;
  /** Without `hex` there is no make-up. */
  readonly makeup: spec.MakeupSpec;
  readonly clothing: Given<spec.ClothingSpec>;
  readonly body: Given<spec.BodySpec>;
  readonly expression: Expression;
  readonly pose: Given<spec.PoseSpec>;
  readonly effects: readonly Effect[];
  readonly glow: Given<spec.GlowSpec>;
}
