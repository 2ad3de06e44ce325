import type { Vec3 } from './maths.js';

/** A solid to be meshed. `row` is called before the points of a height, so that they can share work. */
export interface Solid {
  row?(y: number): void;
  /** Signed distance, below 0 inside; exact only near the surface. */
  at(x: number, y: number, z: number): number;
}

/** Rising coordinates of the sampling planes of each axis: dense where there is detail. */
export interface Lattice {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
}

/** Planes from `from` to `to`, `step(value)` apart. */
export function planes(from: number, to: number, step: (value: number) => number): Float64Array {
  const values: number[] = [];
  for (let value = from; value < to + step(value); value += step(value)) values.push(value);
  return Float64Array.from(values);
}

/** Even planes over a box [x0, y0, z0, x1, y1, z1]. */
export const evenLattice = (box: readonly number[], step: number): Lattice => ({
  xs: planes(box[0], box[3], () => step),
  ys: planes(box[1], box[4], () => step),
  zs: planes(box[2], box[5], () => step),
});

const BLOCK = 4;
const EDGES: readonly (readonly [number, number, number])[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((corner) =>
  [1, 2, 4].filter((bit) => !(corner & bit)).map((bit) => [corner, corner | bit, bit] as const),
);

/** Distances at the lattice points of the blocks near the surface; elsewhere only their sign is right. */
export class LatticeSamples {
  readonly values: Float32Array;
  readonly yStep: number;
  readonly zStep: number;
  readonly #lattice: Lattice;
  readonly #size: readonly [number, number, number];
  /** First cell of each block near the surface, in the order of its height. */
  readonly #blocks: Int32Array;
  readonly #corner = new Float64Array(8);
  readonly #offsets: readonly number[];

  constructor(solid: Solid, lattice: Lattice) {
    const { xs, ys, zs } = lattice;
    const blocks = [xs, ys, zs].map((values) => Math.ceil((values.length - 1) / BLOCK));
    const padded: Lattice = {
      xs: padTo(xs, blocks[0] * BLOCK + 1),
      ys: padTo(ys, blocks[1] * BLOCK + 1),
      zs: padTo(zs, blocks[2] * BLOCK + 1),
    };
    this.#lattice = padded;
    this.#size = [padded.xs.length, padded.ys.length, padded.zs.length];
    this.zStep = padded.xs.length;
    this.yStep = padded.xs.length * padded.zs.length;
    this.values = new Float32Array(this.yStep * padded.ys.length);
    const { yStep, zStep } = this;
    this.#offsets = [0, 1, yStep, 1 + yStep, zStep, 1 + zStep, yStep + zStep, 1 + yStep + zStep];
    this.#blocks = this.#sample(solid, blocks);
  }

  #sample(solid: Solid, [bx, by, bz]: readonly number[]): Int32Array {
    const { xs, ys, zs } = this.#lattice;
    const near: number[] = [];
    for (let j = 0; j < by; j++) {
      const y0 = ys[j * BLOCK];
      const y1 = ys[(j + 1) * BLOCK];
      solid.row?.((y0 + y1) / 2);
      for (let k = 0; k < bz; k++)
        for (let i = 0; i < bx; i++) {
          const x0 = xs[i * BLOCK];
          const x1 = xs[(i + 1) * BLOCK];
          const z0 = zs[k * BLOCK];
          const z1 = zs[(k + 1) * BLOCK];
          const d = solid.at((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2);
          const reach = 0.5 * Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2 + (z1 - z0) ** 2) * 1.45;
          this.#fill(i * BLOCK, j * BLOCK, k * BLOCK, d);
          if (Math.abs(d) < reach) near.push(i * BLOCK, j * BLOCK, k * BLOCK);
        }
    }
    this.#sampleBlocks(solid, near);
    return Int32Array.from(near);
  }

  #fill(i0: number, j0: number, k0: number, d: number): void {
    for (let j = j0; j <= j0 + BLOCK; j++)
      for (let k = k0; k <= k0 + BLOCK; k++) {
        const row = i0 + this.zStep * k + this.yStep * j;
        this.values.fill(d, row, row + BLOCK + 1);
      }
  }

  #sampleBlocks(solid: Solid, near: readonly number[]): void {
    const { xs, ys, zs } = this.#lattice;
    const done = new Uint8Array(this.values.length);
    let from = 0;
    while (from < near.length) {
      const j0 = near[from + 1];
      const first = from;
      while (from < near.length && near[from + 1] === j0) from += 3;
      for (let j = j0; j <= j0 + BLOCK; j++) {
        solid.row?.(ys[j]);
        for (let block = first; block < from; block += 3)
          for (let k = near[block + 2]; k <= near[block + 2] + BLOCK; k++) {
            const row = this.zStep * k + this.yStep * j;
            for (let i = near[block]; i <= near[block] + BLOCK; i++) {
              if (done[row + i]) continue;
              done[row + i] = 1;
              this.values[row + i] = solid.at(xs[i], ys[j], zs[k]);
            }
          }
      }
    }
  }

  forCells(visit: (index: number, i: number, j: number, k: number) => void): void {
    const blocks = this.#blocks;
    for (let block = 0; block < blocks.length; block += 3)
      for (let j = blocks[block + 1]; j < blocks[block + 1] + BLOCK; j++)
        for (let k = blocks[block + 2]; k < blocks[block + 2] + BLOCK; k++) {
          const row = this.zStep * k + this.yStep * j;
          for (let i = blocks[block]; i < blocks[block] + BLOCK; i++) visit(row + i, i, j, k);
        }
  }

  /** Where the surface crosses a cell, or nothing. */
  crossing(index: number, i: number, j: number, k: number): { point: Vec3; normal: Vec3 } | undefined {
    const corner = this.#corner;
    let signs = 0;
    for (let q = 0; q < 8; q++) {
      const value = this.values[index + this.#offsets[q]];
      corner[q] = value;
      if (value < 0) signs |= 1 << q;
    }
    if (signs === 0 || signs === 255) return undefined;
    let count = 0;
    let u = 0;
    let v = 0;
    let w = 0;
    for (let e = 0; e < EDGES.length; e++) {
      const [q, r, bit] = EDGES[e];
      const a = corner[q];
      const b = corner[r];
      if (a < 0 === b < 0) continue;
      const t = a / (a - b);
      u += (q & 1) + (bit === 1 ? t : 0);
      v += ((q >> 1) & 1) + (bit === 2 ? t : 0);
      w += ((q >> 2) & 1) + (bit === 4 ? t : 0);
      count++;
    }
    u /= count;
    v /= count;
    w /= count;
    const { xs, ys, zs } = this.#lattice;
    const point: Vec3 = [
      xs[i] + (xs[i + 1] - xs[i]) * u,
      ys[j] + (ys[j + 1] - ys[j]) * v,
      zs[k] + (zs[k + 1] - zs[k]) * w,
    ];
    return { point, normal: this.#normal(index, i, j, k, u, v, w) };
  }

  #normal(index: number, i: number, j: number, k: number, u: number, v: number, w: number): Vec3 {
    const { xs, ys, zs } = this.#lattice;
    const [nx, ny, nz] = this.#size;
    const g = this.values;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let q = 0; q < 8; q++) {
      const I = i + (q & 1);
      const J = j + ((q >> 1) & 1);
      const K = k + ((q >> 2) & 1);
      const weight = (q & 1 ? u : 1 - u) * (q & 2 ? v : 1 - v) * (q & 4 ? w : 1 - w);
      const at = index + this.#offsets[q];
      const iu = Math.min(nx - 1, I + 1);
      const il = Math.max(0, I - 1);
      const ju = Math.min(ny - 1, J + 1);
      const jl = Math.max(0, J - 1);
      const ku = Math.min(nz - 1, K + 1);
      const kl = Math.max(0, K - 1);
      x += (weight * (g[at + iu - I] - g[at + il - I])) / (xs[iu] - xs[il]);
      y += (weight * (g[at + (ju - J) * this.yStep] - g[at + (jl - J) * this.yStep])) / (ys[ju] - ys[jl]);
      z += (weight * (g[at + (ku - K) * this.zStep] - g[at + (kl - K) * this.zStep])) / (zs[ku] - zs[kl]);
    }
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    return [x / length, y / length, z / length];
  }
}

/** The same planes, continued evenly to `length`. */
function padTo(values: Float64Array, length: number): Float64Array {
  const padded = new Float64Array(length);
  padded.set(values);
  const step = values[values.length - 1] - values[values.length - 2];
  for (let i = values.length; i < length; i++) padded[i] = padded[i - 1] + step;
  return padded;
}
