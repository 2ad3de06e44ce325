import type { Vec3 } from '../render/maths.js';
import type { Field } from '../render/field.js';
import { Material } from '../render/materials.js';

/** What a garment leaves for the rest of the figure. */
export interface Outfit {
  /** Outer surface of the clothes. */
  readonly surface: Field;
  /** True where the torso shows skin. */
  readonly isSkin: (x: number, y: number, z: number) => boolean;
  /** Colour of the cloth of the torso at a rest position, into `out`. */
  readonly colourAt: (x: number, y: number, z: number, out: Float64Array) => void;
  /** The same for cloth over the torso: a jacket. Default: `colourAt`. */
  readonly layerColourAt?: (x: number, y: number, z: number, out: Float64Array) => void;
  readonly sleeve: Sleeve;
  /** Glass ball around the head, in body space. */
  readonly bubble?: { readonly centre: Vec3; readonly radius: number };
}

/** How arms are dressed when a gesture shows them. */
export interface Sleeve {
  readonly length: 'short' | 'long' | 'none';
  readonly material: Material;
  readonly colour: (x: number, y: number, z: number) => Vec3;
  /** Colour of the cuff; left out for none. */
  readonly cuff?: Vec3;
  /** Added to the radius of the arm. */
  readonly loose: number;
  /** Gloves: hands in this colour and material. */
  readonly glove?: { readonly colour: Vec3; readonly material: Material };
  /** Plates over the forearm and elbow. */
  readonly plates?: Vec3;
}

export const plainSleeve = (colour: Vec3, length: Sleeve['length'] = 'long'): Sleeve => ({
  length,
  material: Material.Printed,
  colour: () => colour,
  loose: 0.03,
});
