import {
  Document,
  NodeIO,
  TextureInfo,
  type Material,
  type Texture as GltfTexture,
} from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { FilledCharacter } from '@avatar/character';
import type { Figure } from '@avatar/character-draw';
import { EXPRESSION_WEIGHTS } from '../expressions/moods.js';
import { targetsOf } from '../expressions/targets.js';
import { VISEMES } from '../expressions/visemes.js';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { isTextured, type Texture } from '../texture/textured.js';
import type { GlbOptions } from '../options.js';
import { describeVrm } from '../vrm/vrm-extension.js';
import { compress } from './compress.js';
import { buildSkeleton, turnHead } from './skeleton.js';
import { brightest, writeMesh } from './write-mesh.js';

/** The meshes as one glTF 2.0 file, binary. */
export async function writeBust(
  figure: Figure,
  meshes: readonly BustMesh[],
  character: FilledCharacter,
  { name, compression, format }: Pick<Required<GlbOptions>, 'name' | 'compression' | 'format'>,
): Promise<Uint8Array> {
  const document = new Document();
  document.getRoot().getAsset().generator = '@avatar/character-glb';
  document.createBuffer();
  const scene = document.createScene('Scene');
  document.getRoot().setDefaultScene(scene);
  const skeleton = buildSkeleton(document, figure, name);
  skeleton.root.setExtras({ expressions: EXPRESSION_WEIGHTS, visemes: VISEMES });
  scene.addChild(skeleton.root);
  const shoulders = figure.rig.body.top + figure.rig.proportions.bodyLift;
  const vrm = format === 'vrm';
  // A VRM is at rest: its viewer moves it.
  const weights = vrm ? {} : EXPRESSION_WEIGHTS[character.expression];
  if (!vrm) turnHead(skeleton, character.pose);
  const pictures = new Map<Texture, GltfTexture>();
  for (const mesh of meshes) {
    const factor = brightest(mesh.colours);
    const material = materialOf(document, mesh, factor);
    if (isTextured(mesh)) putTexture(document, material, mesh.texture, pictures);
    writeMesh({ document, skeleton, shoulders, weights }, mesh, targetsOf(figure, mesh), material, factor);
  }
  const io = new NodeIO();
  if (vrm) io.registerExtensions([describeVrm(document, skeleton, name)]);
  if (compression === 'meshopt') {
    await MeshoptEncoder.ready;
    compress(document);
    io.registerExtensions([EXTMeshoptCompression, KHRMeshQuantization]).registerDependencies({
      'meshopt.encoder': MeshoptEncoder,
    });
  }
  return io.writeBinary(document);
}

function putTexture(
  document: Document,
  material: Material,
  texture: Texture,
  known: Map<Texture, GltfTexture>,
): void {
  const picture =
    known.get(texture) ?? document.createTexture(texture.name).setImage(texture.png).setMimeType('image/png');
  known.set(texture, picture);
  const wrap = texture.repeats ? TextureInfo.WrapMode.MIRRORED_REPEAT : TextureInfo.WrapMode.CLAMP_TO_EDGE;
  material.setBaseColorTexture(picture);
  material.getBaseColorTextureInfo()?.setWrapS(wrap).setWrapT(wrap);
}

function materialOf(
  document: Document,
  { name, finish }: BustMesh,
  factor: readonly [number, number, number],
): Material {
  const material = document
    .createMaterial(name)
    .setBaseColorFactor([...factor, 1])
    .setRoughnessFactor(finish.roughness)
    .setMetallicFactor(finish.metal ?? 0)
    .setDoubleSided(finish.doubleSided ?? false);
  if (finish.glows) material.setEmissiveFactor([...factor]);
  return material;
}
