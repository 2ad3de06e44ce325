import { headLattice, linear, Material, surfaceNets, type Figure, type Vec3 } from '@avatar/character-draw';
import { SlitHead, type Shut } from './slit-head.js';

/** Meshes the head with shut lips that can open. Says of each vertex to which lip it belongs, and whether it lies within. */
export function meshSlitHead(figure: Figure): { of: Int8Array; inside: Uint8Array } {
  const { mesh, headFrame } = figure;
  const slit = new SlitHead(figure);
  const skin = linear(figure.skin.base);
  const dark: Vec3 = linear('#571a22');
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
  return {
    of: Int8Array.from(shut, ({ lip }) => lip),
    inside: Uint8Array.from(shut, ({ inside }) => (inside ? 1 : 0)),
  };
}

const GRAIN = 16384;
const rounded = (value: number): number => Math.round(value * GRAIN) / GRAIN;
