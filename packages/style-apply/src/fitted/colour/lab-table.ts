import type { Lab } from '@avatar/image';

/** Entries along L, and along a and b, which reach from -60 to 60. */
const SIDE = { L: 17, colour: 11 };
const REACH = 60;
/** How far a colour's shift reaches, as standard deviations. */
const SIGMA = { L: 7, colour: 9 };
/** Squared distance in sigmas beyond which a colour has no say; and the say that keeps empty corners calm. */
const FAR = 30;
const CALM = 1e-6;

/** Shifts of colours in CIELAB by a table: no grain and no bands, whatever the colours were measured of. */
export class LabTable {
  readonly #shifts: Float32Array;

  /** @param to where each colour of `from` goes */
  constructor(from: readonly Lab[], to: readonly Lab[]) {
    this.#shifts = new Float32Array(SIDE.L * SIDE.colour * SIDE.colour * 3);
    let o = 0;
    for (let i = 0; i < SIDE.L; i++)
      for (let j = 0; j < SIDE.colour; j++)
        for (let k = 0; k < SIDE.colour; k++, o += 3) {
          const L = (i / (SIDE.L - 1)) * 100;
          const a = (j / (SIDE.colour - 1) - 0.5) * 2 * REACH;
          const b = (k / (SIDE.colour - 1) - 0.5) * 2 * REACH;
          let weights = CALM;
          for (let q = 0; q < from.length; q++) {
            const [fL, fa, fb] = from[q];
            const away =
              ((fL - L) / SIGMA.L) ** 2 + ((fa - a) / SIGMA.colour) ** 2 + ((fb - b) / SIGMA.colour) ** 2;
            if (away > FAR) continue;
            const weight = Math.exp(-away / 2);
            weights += weight;
            for (let axis = 0; axis < 3; axis++)
              this.#shifts[o + axis] += weight * (to[q][axis] - from[q][axis]);
          }
          for (let axis = 0; axis < 3; axis++) this.#shifts[o + axis] /= weights;
        }
  }

  /** Writes the shift of a colour to `out`. */
  shift(L: number, a: number, b: number, out: Float32Array): void {
    const x = clampedPlace((L / 100) * (SIDE.L - 1), SIDE.L);
    const y = clampedPlace((a / (2 * REACH) + 0.5) * (SIDE.colour - 1), SIDE.colour);
    const z = clampedPlace((b / (2 * REACH) + 0.5) * (SIDE.colour - 1), SIDE.colour);
    const i = Math.min(SIDE.L - 2, x | 0);
    const j = Math.min(SIDE.colour - 2, y | 0);
    const k = Math.min(SIDE.colour - 2, z | 0);
    const [fx, fy, fz] = [x - i, y - j, z - k];
    const row = SIDE.colour * 3;
    const sheet = SIDE.colour * row;
    const start = i * sheet + j * row + k * 3;
    const shifts = this.#shifts;
    for (let axis = 0; axis < 3; axis++) {
      const o = start + axis;
      const near = bilinear(shifts, o, row, fy, fz);
      out[axis] = near + (bilinear(shifts, o + sheet, row, fy, fz) - near) * fx;
    }
  }
}

const clampedPlace = (place: number, side: number): number => Math.min(side - 1, Math.max(0, place));

function bilinear(values: Float32Array, o: number, row: number, fy: number, fz: number): number {
  const near = values[o] + (values[o + 3] - values[o]) * fz;
  const far = values[o + row] + (values[o + row + 3] - values[o + row]) * fz;
  return near + (far - near) * fy;
}
