import { headLattice, linear, Material, surfaceNets, type Figure, type Vec3 } from '@avatar/character-draw';
import { SlitHead, type Shut } from './slit-head.js';

/** Of the walls of the mouth. */
export const MOUTH_COLOUR = '#571a22';

/** Meshes the head with shut lips that can open. Says of each vertex where it lies at the mouth: see `BustMesh.lips`. */
export function meshSlitHead(figure: Figure): Int8Array {
  const { mesh, headFrame } = figure;
  const slit = new SlitHead(figure);
  const skin = linear(figure.skin.base);
  const dark: Vec3 = linear(MOUTH_COLOUR);
  const shut: Shut[] = [];
  mesh.begin('face', Material.Skin, headFrame);
  const first = mesh.vertexCount;
  surfaceNets(mesh, slit, headLattice(figure), () => skin);
  for (let i = first; i < mesh.vertexCount; i++) {
    const at = i * 3;
    const vertex = slit.shut([mesh.rests[at], mesh.rests[at + 1], mesh.rests[at + 2]]);
    shut.push(vertex);
    const normal = slit.normalAt(vertex);
    for (let j = 0; j < 3; j++) {
      mesh.positions[at + j] = mesh.rests[at + j] = rounded(vertex.point[j]);
      mesh.normals[at + j] = rounded(normal[j]);
      if (vertex.inside) mesh.colours[at + j] = dark[j];
    }
  }
  return Int8Array.from(shut, ({ lip, inside }) => (inside ? 2 * lip : lip));
}

const GRAIN = 16384;
const rounded = (value: number): number => Math.round(value * GRAIN) / GRAIN;
