import { MeshoptSimplifier } from 'meshoptimizer';
import type { BustMesh } from './bust-mesh.js';
import { pickVertices, usedVertices } from './pick.js';

export interface Detail {
  /** Share of the triangles that may stay, at most. */
  readonly share: number;
  /** How far the surface may move, head units. */
  readonly error: number;
  /** What else must be kept, a value a vertex: more triangles stay where it changes. */
  readonly keep?: Float32Array;
}

/** Weights against one unit of distance: normals, colours, and what is to be kept. */
const NORMAL = 0.06;
const COLOUR = 0.1;

/**
 * Takes triangles away where the surface is flat; the vertices that stay do not move. Method: M. Garland and P. Heckbert,
 * "Surface simplification using quadric error metrics" (1997), by meshoptimizer.
 */
export async function simplified<M extends BustMesh>(mesh: M, { share, error, keep }: Detail): Promise<M> {
  await MeshoptSimplifier.ready;
  const count = mesh.positions.length / 3;
  const width = keep ? 7 : 6;
  const attributes = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    attributes.set(mesh.normals.subarray(i * 3, i * 3 + 3), i * width);
    attributes.set(mesh.colours.subarray(i * 3, i * 3 + 3), i * width + 3);
    if (keep) attributes[i * width + 6] = keep[i];
  }
  const target = Math.ceil((mesh.indices.length * share) / 3) * 3;
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    mesh.indices,
    mesh.positions,
    3,
    attributes,
    width,
    [NORMAL, NORMAL, NORMAL, COLOUR, COLOUR, COLOUR, ...(keep ? [1] : [])],
    null,
    target,
    error,
    ['ErrorAbsolute'],
  );
  return withTriangles(mesh, indices);
}

/** The mesh with other triangles; vertices that none of them needs are dropped. */
export function withTriangles<M extends BustMesh>(mesh: M, indices: Uint32Array): M {
  const { used, renumbered } = usedVertices(indices, mesh.positions.length / 3);
  return { ...pickVertices(mesh, used), indices: renumbered };
}
