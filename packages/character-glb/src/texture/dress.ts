import { Material } from '@avatar/character-draw';
import type { Bust } from '../bust/model-bust.js';
import { FINISHES } from '../bust/finishes.js';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { onEyeTexture, paintEyes } from './eye-texture.js';
import { onGarmentTexture } from './garment-texture.js';
import { onSkinTexture } from './skin-texture.js';

/** Puts their pictures on the meshes that have one. */
export function dress({ model }: Bust, meshes: readonly BustMesh[]): BustMesh[] {
  const { figure, outfit } = model;
  const eyes = paintEyes(figure);
  return meshes.flatMap((mesh) => {
    if (mesh.name === 'Face') return [onSkinTexture(figure, mesh)];
    if (mesh.finish === FINISHES[Material.Eye]) return [onEyeTexture(mesh, eyes)];
    if (mesh.finish === FINISHES[Material.Garment]) return onGarmentTexture(figure, outfit, mesh);
    return [mesh];
  });
}
