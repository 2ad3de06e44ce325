import type { Accessor, Document, Material, Node } from '@gltf-transform/core';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { jointWeights, type Skeleton } from './skeleton.js';
import { directions, displacements, inMetres, mirroredTriangles } from './space.js';
import type { ArkitName, FaceWeights } from '../expressions/arkit.js';

/** The largest value of each channel: a factor for viewers that do not read colours of vertices. */
export function brightest(colours: Float32Array): [number, number, number] {
  const factor: [number, number, number] = [1e-4, 1e-4, 1e-4];
  for (let i = 0; i < colours.length; i++) factor[i % 3] = Math.min(1, Math.max(factor[i % 3], colours[i]));
  return factor;
}

/** Colours as shares of a factor, four bytes a vertex; undefined where all are the factor. */
function colourShares(colours: Float32Array, factor: readonly number[]): Uint8Array | undefined {
  const count = colours.length / 3;
  const shares = new Uint8Array(count * 4).fill(255);
  let varies = false;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < 3; j++) {
      const share = Math.round((255 * colours[i * 3 + j]) / factor[j]);
      shares[i * 4 + j] = Math.min(255, share);
      varies ||= share < 253;
    }
  return varies ? shares : undefined;
}

type NewAccessor = (
  type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
  array: Parameters<Accessor['setArray']>[0],
) => Accessor;

/** Texture coordinates: 16 bits where they stay within the texture. */
function coordinates(uvs: Float32Array, accessor: NewAccessor): Accessor {
  if (uvs.every((value) => value >= 0 && value <= 1))
    return accessor(
      'VEC2',
      Uint16Array.from(uvs, (value) => Math.round(value * 65535)),
    ).setNormalized(true);
  return accessor(
    'VEC2',
    uvs.map((value) => Math.round(value * 4096) / 4096),
  );
}

/** Whether it is smaller to name the vertices that move: each costs its number on top. */
function isSparse(moved: Float32Array): boolean {
  let count = 0;
  for (let i = 0; i < moved.length; i += 3)
    if (moved[i] !== 0 || moved[i + 1] !== 0 || moved[i + 2] !== 0) count++;
  return count * 2 < moved.length / 3;
}

export interface MeshContext {
  readonly document: Document;
  readonly skeleton: Skeleton;
  readonly shoulders: number;
  /** What the face shows at first. */
  readonly weights: FaceWeights;
}

const NODES: Readonly<Record<Exclude<BustMesh['carrier'], 'skin'>, string>> = {
  head: 'Head',
  eye_left: 'LeftEye',
  eye_right: 'RightEye',
};

export function writeMesh(
  { document, skeleton, shoulders, weights: first }: MeshContext,
  mesh: BustMesh,
  targets: ReadonlyMap<ArkitName, Float32Array>,
  material: Material,
  factor: readonly number[],
): Node {
  const buffer = document.getRoot().listBuffers()[0];
  const accessor: NewAccessor = (type, array) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const origin = mesh.carrier === 'skin' ? [0, 0, 0] : skeleton.places[NODES[mesh.carrier]];
  const positions = inMetres(mesh.positions, origin);
  const normals = directions(mesh.normals);
  const triangles = mirroredTriangles(mesh.indices);
  const indices = positions.length / 3 > 65535 ? triangles : Uint16Array.from(triangles);
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(accessor('SCALAR', indices))
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute('NORMAL', accessor('VEC3', normals));
  const colours = colourShares(mesh.colours, factor);
  if (colours) primitive.setAttribute('COLOR_0', accessor('VEC4', colours).setNormalized(true));
  if (mesh.uvs) primitive.setAttribute('TEXCOORD_0', coordinates(mesh.uvs, accessor));
  if (mesh.carrier === 'skin') {
    const { joints, weights } = jointWeights(mesh.positions, shoulders);
    primitive
      .setAttribute('JOINTS_0', accessor('VEC4', joints))
      .setAttribute('WEIGHTS_0', accessor('VEC4', weights).setNormalized(true));
  }
  for (const [name, moved] of targets)
    primitive.addTarget(
      document
        .createPrimitiveTarget(name)
        .setAttribute('POSITION', accessor('VEC3', displacements(moved)).setSparse(isSparse(moved))),
    );
  const body = document.createMesh(mesh.name).addPrimitive(primitive);
  if (targets.size > 0)
    body
      .setExtras({ targetNames: [...targets.keys()] })
      .setWeights([...targets.keys()].map((name) => first[name] ?? 0));
  const node = document.createNode(mesh.name).setMesh(body);
  if (mesh.carrier === 'skin') {
    node.setSkin(skeleton.skin);
    document.getRoot().listScenes()[0].addChild(node);
  } else skeleton.bones[NODES[mesh.carrier]].addChild(node);
  return node;
}
