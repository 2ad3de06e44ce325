import { LatticeSamples, type Lattice, type Solid } from './lattice-samples.js';
import type { Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';

/**
 * Meshes the zero surface: one vertex a cell that the surface crosses, at the mean of the crossings (S. Gibson,
 * "Constrained elastic surface nets", 1998). Blocks of 4 x 4 x 4 cells that are farther from the surface than their size
 * are not sampled.
 */
export function surfaceNets(
  mesh: MeshBuilder,
  solid: Solid,
  lattice: Lattice,
  colour: (point: Vec3, normal: Vec3) => Vec3,
  rest?: (point: Vec3) => Vec3,
): void {
  const samples = new LatticeSamples(solid, lattice);
  const vertices = new Int32Array(samples.values.length).fill(-1);
  samples.forCells((index, i, j, k) => {
    const corner = samples.crossing(index, i, j, k);
    if (corner)
      vertices[index] = mesh.vertex(
        corner.point,
        corner.normal,
        colour(corner.point, corner.normal),
        undefined,
        rest?.(corner.point),
      );
  });
  joinCells(mesh, samples, vertices);
}

function joinCells(mesh: MeshBuilder, samples: LatticeSamples, vertices: Int32Array): void {
  const { values, yStep, zStep } = samples;
  const quad = (a: number, b: number, c: number, d: number, flip: boolean): void => {
    const p = vertices[a];
    const q = vertices[b];
    const r = vertices[c];
    const s = vertices[d];
    if (p < 0 || q < 0 || r < 0 || s < 0) return;
    if (flip) mesh.quad(s, r, q, p);
    else mesh.quad(p, q, r, s);
  };
  samples.forCells((index, i, j, k) => {
    if (i === 0 || j === 0 || k === 0) return;
    const inside = values[index] < 0;
    if (inside !== values[index + 1] < 0)
      quad(index - yStep - zStep, index - zStep, index, index - yStep, !inside);
    if (inside !== values[index + yStep] < 0)
      quad(index - 1 - zStep, index - zStep, index, index - 1, inside);
    if (inside !== values[index + zStep] < 0)
      quad(index - 1 - yStep, index - yStep, index, index - 1, !inside);
  });
}
