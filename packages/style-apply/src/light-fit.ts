import type { Plane } from '@avatar/stage';
import type { Surface } from './surface.js';

/**
 * The light that the photo was taken in, as a plane through log luminance over the normals:
 * `constant + x*nx + y*ny + z*(nz - NEUTRAL_Z)`. `x > 0`: lit from the right; `y < 0`: lit from above.
 */
export interface Light {
  readonly constant: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** z of the normal that the constant describes: about the mean over a face. */
export const NEUTRAL_Z = 0.8;
/** Skin under this weight has no vote. */
const MIN_SKIN = 0.25;
/** Residual, in natural logarithms, at which a pixel's vote is halved: shadows, shine and beards count less. */
const OUTLIER = 0.25;
const ROUNDS = 3;
/** Pull towards no light direction, as a fraction of the sum of weights, for constant, x, y and z. */
const RIDGE = [1e-3, 0.01, 0.02, 0.05] as const;

/** Solves a symmetric positive 4 x 4 system given as rows of 4 coefficients and a right side, in place. */
function solve(rows: number[][]): number[] {
  for (let pivot = 0; pivot < 4; pivot++) {
    const scale = rows[pivot][pivot] || 1e-9;
    for (let column = pivot; column < 5; column++) rows[pivot][column] /= scale;
    for (let row = 0; row < 4; row++) {
      if (row === pivot) continue;
      const factor = rows[row][pivot];
      for (let column = pivot; column < 5; column++) rows[row][column] -= factor * rows[pivot][column];
    }
  }
  return rows.map((row) => row[4]);
}

export const lightAt = (light: Light, surface: Surface, i: number): number =>
  light.x * surface.x.data[i] + light.y * surface.y.data[i] + light.z * (surface.z.data[i] - NEUTRAL_Z);

/** Robust (iteratively re-weighted) least-squares fit over the skin of the face. All planes have the surface's size. */
export function fitLight(surface: Surface, logLuminance: Plane, skin: Plane): Light {
  let light: Light = { constant: 0, x: 0, y: 0, z: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const rows = [0, 1, 2, 3].map(() => [0, 0, 0, 0, 0]);
    for (let i = 0; i < skin.data.length; i++) {
      if (surface.mesh.data[i] === 0 || skin.data[i] < MIN_SKIN) continue;
      const value = logLuminance.data[i];
      const features = [1, surface.x.data[i], surface.y.data[i], surface.z.data[i] - NEUTRAL_Z];
      let weight = skin.data[i];
      if (round > 0) {
        const residual = (value - light.constant - lightAt(light, surface, i)) / OUTLIER;
        weight /= 1 + residual * residual;
      }
      for (let row = 0; row < 4; row++) {
        const weighted = weight * features[row];
        for (let column = 0; column < 4; column++) rows[row][column] += weighted * features[column];
        rows[row][4] += weighted * value;
      }
    }
    const total = rows[0][0];
    if (total === 0) return light;
    for (let row = 0; row < 4; row++) rows[row][row] += RIDGE[row] * total;
    const [constant, x, y, z] = solve(rows);
    light = { constant, x, y, z };
  }
  return light;
}
