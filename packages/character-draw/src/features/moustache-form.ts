import { clamp, mix } from '@avatar/image';
import type { Person } from '../rig/person.js';

/** How a moustache grows: no field of its own, it follows the brows, the texture of the hair and the years. */
export interface MoustacheForm {
  /** Factor of its height: a thin line to a brush. */
  readonly height: number;
  /** Factor of its width. */
  readonly reach: number;
  /** How far its ends hang, in head units. */
  readonly droop: number;
}

export function moustacheForm({ character, age, random }: Person): MoustacheForm {
  const { facial_hair, brows, hair } = character;
  const isAlone = facial_hair.style === 'moustache';
  const isCurled = hair.texture === 'curly' || hair.texture === 'coily';
  const [sway, turn] = [random(97)() - 0.5, random(103)() - 0.5];
  const dense = clamp(brows.thickness + 0.3 * sway + (isCurled ? 0.1 : 0));
  return {
    height: mix(0.6, 1.4, dense),
    reach: (isAlone || facial_hair.style === 'long_beard' ? 1.15 : 0.95) * mix(0.9, 1.06, dense),
    droop: (isAlone ? 0 : 0.05) + 0.05 * age + 0.06 * turn,
  };
}
