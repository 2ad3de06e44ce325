import { linear } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { withTriangles } from '../mesh/simplify.js';

const isInside = (lip: number): boolean => Math.abs(lip) === 2;

/** The walls of the mouth as a mesh of their own: they are dark, and see no texture of the face. */
export function splitMouth(mesh: BustMesh): { readonly face: BustMesh; readonly inside: BustMesh } {
  const { indices, lips = new Int8Array(0) } = mesh;
  const outer: number[] = [];
  const inner: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const triangle = [...indices.subarray(t, t + 3)];
    (triangle.every((vertex) => isInside(lips[vertex])) ? inner : outer).push(...triangle);
  }
  const inside = withTriangles(mesh, Uint32Array.from(inner));
  const dark = linear('#571a22');
  return {
    face: withTriangles(mesh, Uint32Array.from(outer)),
    inside: {
      ...inside,
      name: 'MouthInside',
      finish: { name: 'MouthInside', roughness: 0.6, doubleSided: true },
      colours: Float32Array.from(inside.colours, (_, i) => dark[i % 3] * 0.5),
    },
  };
}
