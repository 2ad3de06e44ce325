import { linear } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { splitTriangles } from '../mesh/split-triangles.js';
import { MOUTH_COLOUR } from './head.js';
import { withTriangles } from '../mesh/simplify.js';

const isInside = (lip: number): boolean => Math.abs(lip) === 2;

/** The walls of the mouth as a mesh of their own: they are dark, and see no texture of the face. */
export function splitMouth(mesh: BustMesh): { readonly face: BustMesh; readonly inside: BustMesh } {
  const { indices, lips = new Int8Array(0) } = mesh;
  const { all: inner, others: outer } = splitTriangles(indices, (vertex) => isInside(lips[vertex]));
  const inside = withTriangles(mesh, inner);
  const dark = linear(MOUTH_COLOUR);
  return {
    face: withTriangles(mesh, outer),
    inside: {
      ...inside,
      name: 'MouthInside',
      finish: { name: 'MouthInside', roughness: 0.6, doubleSided: true },
      colours: Float32Array.from(inside.colours, (_, i) => dark[i % 3] * 0.5),
    },
  };
}
