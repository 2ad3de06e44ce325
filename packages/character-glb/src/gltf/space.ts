/** A head unit in metres: half the width of a typical face. */
const UNIT_M = 0.08;
/** Height of the ground of the bust below the middle of the head, head units. */
const GROUND = 3.74;
/** Lengths are rounded to this many parts of a metre: what two machines tell apart is far below. */
const GRAIN = 65536;

const rounded = (metres: number): number => Math.round(metres * GRAIN) / GRAIN + 0;

/** Points in head units (y down) as metres, y up, the bottom of the bust at 0. */
export function inMetres(points: Float32Array, origin: readonly number[] = [0, 0, 0]): Float32Array {
  const out = new Float32Array(points.length);
  for (let i = 0; i < out.length; i += 3) {
    out[i] = rounded(points[i] * UNIT_M - origin[0]);
    out[i + 1] = rounded((GROUND - points[i + 1]) * UNIT_M - origin[1]);
    out[i + 2] = rounded(points[i + 2] * UNIT_M - origin[2]);
  }
  return out;
}

/** A point in metres. */
export const placeOf = (x: number, y: number, z: number): [number, number, number] => [
  rounded(x * UNIT_M),
  rounded((GROUND - y) * UNIT_M),
  rounded(z * UNIT_M),
];

/** Displacements in head units as metres. */
export function displacements(moves: Float32Array): Float32Array {
  const out = new Float32Array(moves.length);
  for (let i = 0; i < out.length; i += 3) {
    out[i] = rounded(moves[i] * UNIT_M);
    out[i + 1] = rounded(-moves[i + 1] * UNIT_M);
    out[i + 2] = rounded(moves[i + 2] * UNIT_M);
  }
  return out;
}

/** Directions with y up, of length 1. */
export function directions(normals: Float32Array): Float32Array {
  const out = new Float32Array(normals.length);
  for (let i = 0; i < out.length; i += 3) {
    const [x, y, z] = [rounded(normals[i]), rounded(-normals[i + 1]), rounded(normals[i + 2])];
    const length = Math.sqrt(x * x + y * y + z * z);
    out[i] = length > 0 ? x / length : 0;
    out[i + 1] = length > 0 ? y / length : 1;
    out[i + 2] = length > 0 ? z / length : 0;
  }
  return out;
}

/** Triangles for a space with y up, where their corners run the other way, without those of no area. */
export function mirroredTriangles(indices: Uint32Array): Uint32Array {
  const out: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const a = indices[t];
    const b = indices[t + 1];
    const c = indices[t + 2];
    if (a !== b && b !== c && a !== c) out.push(a, c, b);
  }
  return Uint32Array.from(out);
}
