import { wearsGlass } from '../../../headwear/wears-glass.js';
import type { Rig } from '../../../rig/index.js';
import { clamp, mix } from '../render/maths.js';
import { eyeShapeOf, type EyeShape } from './eye-shape.js';
import { mouthShapeOf, type MouthShape } from './mouth-shape.js';
import { noseShapeOf, type NoseShape } from './nose-shape.js';

/** What a face is modelled from, in head space. */
export interface FaceShape {
  readonly eye: EyeShape;
  readonly nose: NoseShape;
  readonly mouth: MouthShape;
  /** How far cheeks stand out, units. */
  readonly cheek: number;
  /** Bone over the eyes, 0 to 1. */
  readonly brow: number;
  /** Size of the chin's ball. */
  readonly chin: number;
  readonly cleft: boolean;
  /** Whether ears are to be seen, and of which kind. */
  readonly ears: 'none' | 'round' | 'square' | 'lobe' | 'pointed' | 'elf';
  readonly earSize: number;
  /** How far ears stand off, units. */
  readonly earLift: number;
}

const COVERED_EARS = ['hood', 'hijab', 'helmet'];

export function faceShapeOf(rig: Rig): FaceShape {
  const { person } = rig;
  const { character, masculine, age } = person;
  const random = person.random(71);
  const variety = random();
  const lift = random();
  const { effects, headwear, face } = character;
  const ears =
    COVERED_EARS.includes(headwear.style) && !wearsGlass(character)
      ? 'none'
      : effects.includes('elf_ears')
        ? 'elf'
        : effects.includes('pointed_ears')
          ? 'pointed'
          : character.ears.shape;
  return {
    eye: eyeShapeOf(rig),
    nose: noseShapeOf(rig),
    mouth: mouthShapeOf(rig),
    cheek: 0.035 + 0.09 * face.cheeks + 0.05 * person.expression.cheek + 0.05 * (character.body.build - 0.5),
    brow: clamp(masculine * 0.75 + 0.1 + 0.15 * age),
    chin: mix(0.12, 0.21, face.chin),
    cleft: masculine > 0.6 && face.chin > 0.62 && variety > 0.5,
    ears,
    earSize: mix(0.88, 1.1, variety) + 0.08 * age,
    earLift: mix(0, 0.06, lift),
  };
}
