import type { Document, Node, Skin } from '@gltf-transform/core';
import type { FilledCharacter } from '@avatar/character';
import type { Figure } from '@avatar/character-draw';
import { smoothstep } from '@avatar/image';
import { placeOf } from './space.js';

/** Bones that carry skinned meshes, in the order of the skin. */
const JOINTS = ['Chest', 'Neck', 'Head'] as const;

export interface Skeleton {
  readonly root: Node;
  readonly skin: Skin;
  readonly bones: Readonly<Record<string, Node>>;
  /** Places of the bones, metres. */
  readonly places: Readonly<Record<string, readonly [number, number, number]>>;
}

/** Hips > Spine > Chest > Neck > Head > LeftEye, RightEye. */
export function buildSkeleton(document: Document, figure: Figure, name: string): Skeleton {
  const { eye } = figure.face;
  const [ex, ey, ez] = eye.centre;
  const top = figure.rig.body.top + figure.rig.proportions.bodyLift;
  const places = {
    Hips: placeOf(0, 3.74, -0.1),
    Spine: placeOf(0, 3.3, -0.1),
    Chest: placeOf(0, 2.7, -0.15),
    Neck: placeOf(0, top - 0.1, -0.28),
    Head: placeOf(0, 1.05, -0.22),
    LeftEye: placeOf(ex, ey, ez),
    RightEye: placeOf(-ex, ey, ez),
  };
  const parents: Readonly<Record<string, keyof typeof places>> = {
    Spine: 'Hips',
    Chest: 'Spine',
    Neck: 'Chest',
    Head: 'Neck',
    LeftEye: 'Head',
    RightEye: 'Head',
  };
  const root = document.createNode(name);
  const bones: Record<string, Node> = {};
  for (const [bone, place] of Object.entries(places)) {
    const parent = parents[bone] as keyof typeof places | undefined;
    const from = parent === undefined ? [0, 0, 0] : places[parent];
    bones[bone] = document
      .createNode(bone)
      .setTranslation([place[0] - from[0], place[1] - from[1], place[2] - from[2]]);
    (parent === undefined ? root : bones[parent]).addChild(bones[bone]);
  }
  const buffer = document.getRoot().listBuffers()[0];
  const skin = document.createSkin('Bust').setSkeleton(bones.Hips);
  const inverse = new Float32Array(JOINTS.length * 16);
  JOINTS.forEach((joint, i) => {
    skin.addJoint(bones[joint]);
    const [x, y, z] = places[joint];
    inverse.set([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1], i * 16);
  });
  skin.setInverseBindMatrices(
    document.createAccessor('inverseBindMatrices').setType('MAT4').setArray(inverse).setBuffer(buffer),
  );
  return { root, skin, bones, places };
}

/**
 * Shares of chest, neck and head at each vertex, four bytes each that add up to 255. They depend on the place alone, so that cloth
 * moves with the neck below it.
 */
export function jointWeights(
  positions: Float32Array,
  shoulders: number,
): { joints: Uint8Array; weights: Uint8Array } {
  const count = positions.length / 3;
  const joints = new Uint8Array(count * 4);
  const weights = new Uint8Array(count * 4);
  for (let i = 0; i < count; i++) {
    const y = positions[i * 3 + 1];
    const out = Math.hypot(positions[i * 3], positions[i * 3 + 2] + 0.22);
    const upper =
      smoothstep(shoulders + 0.3, shoulders - 0.55, y) * smoothstep(1.5, 0.8, out * smoothstep(0.8, 1.6, y));
    const head = Math.min(upper, smoothstep(1.72, 1.18, y));
    const shares = [1 - upper, upper - head, head].map((share) => Math.round(share * 255));
    shares[0] += 255 - shares[0] - shares[1] - shares[2];
    let at = i * 4;
    shares.forEach((share, joint) => {
      if (share <= 0) return;
      joints[at] = joint;
      weights[at++] = share;
    });
  }
  return { joints, weights };
}

/** Neck and head share the turn of a pose. Positive yaw is to the left of the person, positive pitch looks down. */
export function turnHead({ bones }: Skeleton, { yaw, pitch, roll }: FilledCharacter['pose']): void {
  const half = (degrees: number): readonly [sine: number, cosine: number] => {
    const angle = (degrees * Math.PI) / 720;
    return [rounded(Math.sin(angle)), rounded(Math.cos(angle))];
  };
  const [sy, cy] = half(yaw);
  const [sx, cx] = half(pitch);
  const [sz, cz] = half(-roll);
  // Yaw, then pitch, then roll.
  const quaternion: [number, number, number, number] = [
    cy * sx * cz + sy * cx * sz,
    sy * cx * cz - cy * sx * sz,
    cy * cx * sz - sy * sx * cz,
    cy * cx * cz + sy * sx * sz,
  ];
  if (yaw === 0 && pitch === 0 && roll === 0) return;
  const length = Math.sqrt(quaternion.reduce((sum, value) => sum + value * value, 0));
  const turn = quaternion.map((value) => value / length) as [number, number, number, number];
  for (const bone of ['Neck', 'Head']) bones[bone].setRotation(turn);
}

const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;
