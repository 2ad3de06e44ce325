import type { Accessor, Document, Material, Node } from '@gltf-transform/core';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { jointWeights, type Skeleton } from './skeleton.js';
import { directions, facing, inMetres } from './space.js';

/** The largest value of each channel: a factor for viewers that do not read colours of vertices. */
export function brightest(colours: Float32Array): [number, number, number] {
  const factor: [number, number, number] = [1e-4, 1e-4, 1e-4];
  for (let i = 0; i < colours.length; i++) factor[i % 3] = Math.min(1, Math.max(factor[i % 3], colours[i]));
  return factor;
}

/** Colours as shares of a factor, four 16-bit values a vertex; undefined where all are the factor. */
function colourShares(colours: Float32Array, factor: readonly number[]): Uint16Array | undefined {
  const count = colours.length / 3;
  const shares = new Uint16Array(count * 4).fill(65535);
  let varies = false;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < 3; j++) {
      const share = Math.round((255 * colours[i * 3 + j]) / factor[j]) * 257;
      shares[i * 4 + j] = Math.min(65535, share);
      varies ||= share < 65000;
    }
  return varies ? shares : undefined;
}

const coordinates = (uvs: Float32Array): Uint16Array =>
  Uint16Array.from(uvs, (value) => Math.round(value * 65535));

export interface MeshContext {
  readonly document: Document;
  readonly skeleton: Skeleton;
  readonly shoulders: number;
}

const NODES: Readonly<Record<Exclude<BustMesh['carrier'], 'skin'>, string>> = {
  head: 'Head',
  eye_left: 'LeftEye',
  eye_right: 'RightEye',
};

export function writeMesh(
  { document, skeleton, shoulders }: MeshContext,
  mesh: BustMesh,
  material: Material,
  factor: readonly number[],
): Node {
  const buffer = document.getRoot().listBuffers()[0];
  const accessor = (
    name: string,
    type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
    array: Parameters<Accessor['setArray']>[0],
  ) => document.createAccessor(`${mesh.name}_${name}`).setType(type).setArray(array).setBuffer(buffer);
  const origin = mesh.carrier === 'skin' ? [0, 0, 0] : skeleton.places[NODES[mesh.carrier]];
  const positions = inMetres(mesh.positions, origin);
  const normals = directions(mesh.normals);
  const triangles = facing(mesh.indices, positions, normals);
  const indices = positions.length / 3 > 65535 ? triangles : Uint16Array.from(triangles);
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(accessor('indices', 'SCALAR', indices))
    .setAttribute('POSITION', accessor('position', 'VEC3', positions))
    .setAttribute('NORMAL', accessor('normal', 'VEC3', normals));
  const colours = colourShares(mesh.colours, factor);
  if (colours) primitive.setAttribute('COLOR_0', accessor('colour', 'VEC4', colours).setNormalized(true));
  if (mesh.uvs)
    primitive.setAttribute('TEXCOORD_0', accessor('uv', 'VEC2', coordinates(mesh.uvs)).setNormalized(true));
  if (mesh.carrier === 'skin') {
    const { joints, weights } = jointWeights(mesh.positions, shoulders);
    primitive
      .setAttribute('JOINTS_0', accessor('joints', 'VEC4', joints))
      .setAttribute('WEIGHTS_0', accessor('weights', 'VEC4', weights).setNormalized(true));
  }
  const node = document.createNode(mesh.name).setMesh(document.createMesh(mesh.name).addPrimitive(primitive));
  if (mesh.carrier === 'skin') {
    node.setSkin(skeleton.skin);
    document.getRoot().listScenes()[0].addChild(node);
  } else skeleton.bones[NODES[mesh.carrier]].addChild(node);
  return node;
}
