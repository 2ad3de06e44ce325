import type { Document, Node } from '@gltf-transform/core';
import type { Skeleton } from '../gltf/skeleton.js';

type Place = readonly [x: number, y: number, z: number];

/** From the bottom of the bust down to the ground that nobody stands on, metres: the rest of a person of 1.6 m. */
const LIFT = 1.2;

/** Bones that VRM asks for and a bust has nothing for: name, parent, and place from it on the left side, metres. A T-pose. */
const LIMBS: readonly (readonly [name: string, parent: string, place: Place])[] = [
  ['UpperArm', 'Chest', [0.15, 0.03, 0]],
  ['LowerArm', 'UpperArm', [0.26, 0, 0]],
  ['Hand', 'LowerArm', [0.24, 0, 0]],
  ['UpperLeg', 'Hips', [0.08, -0.35, 0]],
  ['LowerLeg', 'UpperLeg', [0, -0.4, 0]],
  ['Foot', 'LowerLeg', [0, -0.4, 0]],
];

/** `LeftEye` as `leftEye`. */
const vrmName = (bone: string): string => bone[0].toLowerCase() + bone.slice(1);

/**
 * Gives the skeleton the arms and legs of a humanoid, as nodes that carry nothing, and puts it as high as a standing person's.
 *
 * @returns the bones by their names in VRM
 */
export function makeHumanoid(document: Document, { bones }: Skeleton): ReadonlyMap<string, Node> {
  const [x, y, z] = bones.Hips.getTranslation();
  bones.Hips.setTranslation([x, y + LIFT, z]);
  const all = new Map(Object.entries(bones));
  for (const [side, name] of [
    [1, 'Left'],
    [-1, 'Right'],
  ] as const)
    for (const [limb, parent, [dx, dy, dz]] of LIMBS) {
      const node = document.createNode(name + limb).setTranslation([side * dx, dy, dz]);
      (all.get(name + parent) ?? bones[parent]).addChild(node);
      all.set(name + limb, node);
    }
  return new Map([...all].map(([name, node]) => [vrmName(name), node]));
}
