import type { FilledCharacter } from '@avatar/character';
import { modelToon3d, type Figure, type MeshPart, type ToonModel } from '@avatar/character-draw';
import type { BustMesh, Carrier } from '../mesh/bust-mesh.js';
import { takeParts } from '../mesh/take-parts.js';
import { FINISHES } from './finishes.js';
import { meshSlitHead } from './head.js';
import { meshMouth } from './mouth.js';

/** Where torso and clothes are cut, head units below the middle of the head, in the space of the body. */
const CUT = 3.9;
/** The same in the space of the head. */
const LOWEST = 3.76;
/** Of what lies on the clothes nothing hangs over the rounded edge. */
const EDGE = 0.16;
/** Sewn on parts of which less than this share is above the edge are left out. */
const LEAST_SHARE = 0.5;
/** Hair and cloth that hang lower than this move with the neck and the chest as well. */
const CHIN = 1.25;

export interface Bust {
  readonly model: ToonModel;
  readonly meshes: readonly BustMesh[];
}

/** A person at rest, facing forward, as meshes: what the pictures show, with a mouth that can open. */
export function modelBust(given: FilledCharacter): Bust {
  const character: FilledCharacter = {
    ...given,
    expression: 'neutral',
    pose: { ...given.pose, yaw: 0, pitch: 0, roll: 0, gesture: 'none', framing: 'half_body' },
  };
  let lips: Int8Array = new Int8Array(0);
  const model = modelToon3d(character, {
    upright: true,
    bottom: CUT,
    meshHead: (figure) => {
      lips = meshSlitHead(figure);
      meshMouth(figure);
    },
  });
  const { figure } = model;
  const meshes = [...groupsOf(figure).values()].flatMap((parts) => meshOf(figure, parts, lips));
  return { model, meshes };
}

/** Parts of one name, material and bone are one mesh. */
function groupsOf({ mesh }: Figure): Map<string, MeshPart[]> {
  const groups = new Map<string, MeshPart[]>();
  for (const part of mesh.parts) {
    const key = `${part.name} ${part.material} ${part.frame.bone}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return groups;
}

function meshOf({ mesh }: Figure, parts: readonly MeshPart[], lips: Int8Array): BustMesh[] {
  const [{ name, material, frame }] = parts;
  const isClosed = name === 'clothes' || name === 'jacket';
  const shape = takeParts(mesh, parts, (y) => y <= LOWEST - (isClosed ? 0 : EDGE));
  const whole = parts.reduce((sum, part) => sum + part.indexCount, 0);
  if (shape === undefined || shape.indices.length < whole * LEAST_SHARE) return [];
  return [
    {
      ...shape,
      name: meshName(name),
      carrier: carrierOf(name, frame.bone, shape.positions),
      finish: FINISHES[material],
      ...(name === 'face' && { lips }),
    },
  ];
}

function carrierOf(name: string, bone: string, positions: Float32Array): Carrier {
  if (name === 'eye_left' || name === 'eye_right') return name;
  if (bone !== 'head') return 'skin';
  for (let i = 1; i < positions.length; i += 3)
    if (positions[i] > CHIN && /hair|scarf|hood|veil/.test(name)) return 'skin';
  return 'head';
}

/** `eye_left` as `EyeLeft`. */
const meshName = (part: string): string =>
  part
    .split('_')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
