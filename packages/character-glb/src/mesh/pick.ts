import type { BustMesh } from './bust-mesh.js';

/** The rows of `values`, `size` numbers each, that `rows` names. */
function pickRows<T extends Float32Array | Int8Array>(values: T, rows: Uint32Array, size: number): T {
  const picked = new (values.constructor as new (length: number) => T)(rows.length * size);
  rows.forEach((row, i) => {
    for (let j = 0; j < size; j++) picked[i * size + j] = values[row * size + j];
  });
  return picked;
}

/** The vertices that triangles use, in the order of their first use, and the triangles by their new numbers. */
export function usedVertices(
  indices: Uint32Array,
  vertexCount: number,
): { used: Uint32Array; renumbered: Uint32Array } {
  const place = new Int32Array(vertexCount).fill(-1);
  const used: number[] = [];
  const renumbered = indices.map((vertex) => {
    if (place[vertex] < 0) place[vertex] = used.push(vertex) - 1;
    return place[vertex];
  });
  return { used: Uint32Array.from(used), renumbered };
}

/** The mesh with these vertices alone, in this order; its triangles are as they were. */
export function pickVertices<M extends BustMesh>(mesh: M, rows: Uint32Array): M {
  return {
    ...mesh,
    positions: pickRows(mesh.positions, rows, 3),
    normals: pickRows(mesh.normals, rows, 3),
    colours: pickRows(mesh.colours, rows, 3),
    rests: pickRows(mesh.rests, rows, 3),
    ...(mesh.uvs && { uvs: pickRows(mesh.uvs, rows, 2) }),
    ...(mesh.lips && { lips: pickRows(mesh.lips, rows, 1) }),
  };
}
