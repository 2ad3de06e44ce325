import type { MeshBuilder, MeshPart } from '@avatar/character-draw';
import type { BustMesh } from './bust-mesh.js';

type Shape = Pick<BustMesh, 'positions' | 'normals' | 'colours' | 'rests' | 'indices'>;

/** The triangles of the parts whose corners lie at heights to be kept, as one mesh; undefined where there are none. */
export function takeParts(
  mesh: MeshBuilder,
  parts: readonly MeshPart[],
  isKept: (y: number) => boolean,
): Shape | undefined {
  const vertexCount = parts.reduce((sum, part) => sum + part.vertexCount, 0);
  const attributes = ['positions', 'normals', 'colours', 'rests'] as const;
  const taken = Object.fromEntries(
    attributes.map((name) => [name, new Float32Array(vertexCount * 3)]),
  ) as Record<(typeof attributes)[number], Float32Array>;
  const indices: number[] = [];
  let vertex = 0;
  for (const part of parts) {
    const { firstVertex, firstIndex } = part;
    for (const name of attributes)
      taken[name].set(mesh[name].subarray(firstVertex * 3, (firstVertex + part.vertexCount) * 3), vertex * 3);
    const corners = runsOutwards(mesh, part) ? [0, 1, 2] : [0, 2, 1];
    for (let i = 0; i < part.indexCount; i += 3) {
      const triangle = corners.map((k) => mesh.indices[firstIndex + i + k] - firstVertex + vertex);
      if (triangle.every((corner) => isKept(taken.positions[corner * 3 + 1]))) indices.push(...triangle);
    }
    vertex += part.vertexCount;
  }
  return indices.length === 0 ? undefined : { ...taken, indices: Uint32Array.from(indices) };
}

/** Whether most of the area of a part is wound so that its normals lie on the side of (b - a) x (c - a), as components. */
function runsOutwards(
  { positions, normals, indices }: MeshBuilder,
  { firstIndex, indexCount }: MeshPart,
): boolean {
  let sum = 0;
  for (let i = firstIndex; i < firstIndex + indexCount; i += 3) {
    const [a, b, c] = indices.subarray(i, i + 3).map((vertex) => vertex * 3);
    const side = (from: number, to: number, j: number): number => positions[to + j] - positions[from + j];
    const face = [
      side(a, b, 1) * side(a, c, 2) - side(a, b, 2) * side(a, c, 1),
      side(a, b, 2) * side(a, c, 0) - side(a, b, 0) * side(a, c, 2),
      side(a, b, 0) * side(a, c, 1) - side(a, b, 1) * side(a, c, 0),
    ];
    for (let j = 0; j < 3; j++) sum += face[j] * (normals[a + j] + normals[b + j] + normals[c + j]);
  }
  return sum >= 0;
}
