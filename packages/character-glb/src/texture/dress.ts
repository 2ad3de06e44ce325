import { Material } from '@avatar/character-draw';
import type { Bust } from '../bust/model-bust.js';
import { FINISHES } from '../bust/finishes.js';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { splitMouth } from '../bust/split-mouth.js';
import { onEyeTexture, paintEyes } from './eye-texture.js';
import { onGarmentTexture } from './garment-texture.js';
import { onPrintTexture } from './print-texture.js';
import { onRootsTexture } from './roots-texture.js';
import { onSkinTexture } from './skin-texture.js';
import { onStrandTexture, paintStrands } from './strand-texture.js';
import type { Texture } from './textured.js';

/** Puts their pictures on the meshes that have one. */
export function dress({ model }: Bust, meshes: readonly BustMesh[]): BustMesh[] {
  const { figure, outfit } = model;
  const eyes: Texture = { name: 'eye', png: paintEyes(figure) };
  const strands = paintStrands();
  return meshes.flatMap((mesh) => {
    if (mesh.name === 'Face') {
      const { face, inside } = splitMouth(mesh);
      return [onSkinTexture(figure, face), inside];
    }
    if (mesh.finish === FINISHES[Material.Eye]) return [onEyeTexture(mesh, eyes)];
    if (mesh.finish === FINISHES[Material.Garment]) return onGarmentTexture(figure, outfit, mesh);
    if (mesh.finish === FINISHES[Material.Printed]) return [onPrintTexture(figure, outfit, mesh)];
    if (mesh.finish === FINISHES[Material.Roots]) return [onRootsTexture(figure, mesh)];
    if (mesh.finish === FINISHES[Material.Hair]) return [onStrandTexture(mesh, strands, false)];
    if (mesh.finish === FINISHES[Material.ShortHair]) return [onStrandTexture(mesh, strands, true)];
    return [mesh];
  });
}
