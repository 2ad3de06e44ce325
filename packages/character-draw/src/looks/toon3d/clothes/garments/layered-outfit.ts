import type { Field } from '../../render/field.js';
import type { Vec3 } from '../../render/maths.js';
import type { Outfit, Sleeve } from '../outfit.js';
import { put } from './garment.js';

/** A jacket over something plain: `inner` is its colour, below the edge of what is skin. */
export const layeredOutfit = (surface: Field, edge: Field, inner: Vec3, sleeve: Sleeve): Outfit => ({
  layerColourAt: (x, y, z, out) => put(out, sleeve.colour(x, y, z)),
  surface,
  isSkin: (x, y, z) => edge(x, y, z) < 0,
  colourAt: (_x, _y, _z, out) => put(out, inner),
  sleeve,
});
