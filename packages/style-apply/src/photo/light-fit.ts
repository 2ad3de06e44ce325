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
const NEUTRAL_Z = 0.8;
/** Skin under this weight has no vote. */
const MIN_SKIN = 0.25;
/** Residual, in natural logarithms, at which a pixel's vote is halved: shadows, shine and beards count less. */
const OUTLIER = 0.25;
const ROUNDS = 3;
/** Pull towards no light direction, as a fraction of the sum of weights, for constant, x, y and z. */
const RIDGE = [1e-3, 0.01, 0.02, 0.05] as const;

/** Unknowns of the fit. */
const UNKNOWNS = 4;
/** A row of the system: a coefficient for each unknown, and the right side. */
const ROW = UNKNOWNS + 1;

/** Solves a symmetric positive 4 x 4 system given as rows of 4 coefficients and a right side, in place. */
function solve(system: Float64Array): number[] {
  for (let pivot = 0; pivot < UNKNOWNS; pivot++) {
    const scale = system[pivot * ROW + pivot] || 1e-9;
    for (let column = pivot; column < ROW; column++) system[pivot * ROW + column] /= scale;
    for (let row = 0; row < UNKNOWNS; row++) {
      if (row === pivot) continue;
      const factor = system[row * ROW + pivot];
      for (let column = pivot; column < ROW; column++)
        system[row * ROW + column] -= factor * system[pivot * ROW + column];
    }
  }
  return [0, 1, 2, 3].map((row) => system[row * ROW + UNKNOWNS]);
}

export const lightAt = (light: Light, surface: Surface, i: number): number =>
  light.x * surface.x.data[i] + light.y * surface.y.data[i] + light.z * (surface.z.data[i] - NEUTRAL_Z);

/** What the fit sees of the face: rows of 1, the normal and the log luminance, and how much each counts. */
interface Samples {
  readonly rows: Float64Array;
  readonly weights: Float64Array;
}

function sampleSkin(surface: Surface, logLuminance: Plane, skin: Plane): Samples {
  const mesh = surface.mesh.data;
  const onSkin = skin.data;
  const [x, y, z] = [surface.x.data, surface.y.data, surface.z.data];
  const rows = new Float64Array(mesh.length * ROW);
  const weights = new Float64Array(mesh.length);
  let count = 0;
  let o = 0;
  for (let i = 0; i < mesh.length; i++) {
    if (mesh[i] === 0 || onSkin[i] < MIN_SKIN) continue;
    rows[o++] = 1;
    rows[o++] = x[i];
    rows[o++] = y[i];
    rows[o++] = z[i] - NEUTRAL_Z;
    rows[o++] = logLuminance.data[i];
    weights[count++] = onSkin[i];
  }
  return { rows: rows.subarray(0, o), weights: weights.subarray(0, count) };
}

/** Adds each sample's products to the system of the normal equations; with a `light`, outliers count less. */
function normalEquations({ rows, weights }: Samples, light: Light | undefined): Float64Array {
  const system = new Float64Array(UNKNOWNS * ROW);
  for (let i = 0, o = 0; i < weights.length; i++, o += ROW) {
    let weight = weights[i];
    if (light !== undefined) {
      const fitted = light.constant + light.x * rows[o + 1] + light.y * rows[o + 2] + light.z * rows[o + 3];
      const residual = (rows[o + UNKNOWNS] - fitted) / OUTLIER;
      weight /= 1 + residual * residual;
    }
    for (let row = 0, at = 0; row < UNKNOWNS; row++) {
      const weighted = weight * rows[o + row];
      for (let column = 0; column < ROW; column++) system[at++] += weighted * rows[o + column];
    }
  }
  return system;
}

/** Robust (iteratively re-weighted) least-squares fit over the skin of the face. All planes have the surface's size. */
export function fitLight(surface: Surface, logLuminance: Plane, skin: Plane): Light {
  const samples = sampleSkin(surface, logLuminance, skin);
  let light: Light | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const system = normalEquations(samples, light);
    const total = system[0];
    if (total === 0) break;
    for (let row = 0; row < UNKNOWNS; row++) system[row * ROW + row] += RIDGE[row] * total;
    const [constant, x, y, z] = solve(system);
    light = { constant, x, y, z };
  }
  return light ?? { constant: 0, x: 0, y: 0, z: 0 };
}
