import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlane, planesOf } from './plane.js';
import { shrink } from '../size/scale.js';

export type Planes3 = readonly [Plane, Plane, Plane];

/** The edge is measured on planes this many times smaller than the picture. */
export const QUARTER = 4;

/** Where the pixels of an axis of the picture lie between the samples of a reduced one. */
function reducedPositions(samples: number, factor: number) {
  const firsts = new Int32Array(samples * factor);
  const fractions = new Float64Array(samples * factor);
  for (let x = 0; x < firsts.length; x++) {
    const at = Math.min(Math.max((x + 0.5) / factor - 0.5, 0), samples - 1);
    firsts[x] = Math.max(0, Math.min(samples - 2, Math.floor(at)));
    fractions[x] = at - firsts[x];
  }
  return { firsts, fractions };
}

function interleave(sources: readonly Float32Array[], target: Float32Array): void {
  for (let i = 0, o = 0; o < target.length; i++)
    for (let k = 0; k < sources.length; k++, o++) target[o] = sources[k][i];
}

/**
 * Reads a stack of planes that are `factor` times smaller than the picture at one of the picture's pixels, bilinearly.
 * The planes are interleaved, so that one look finds the values of all; nothing is allocated on the way.
 */
export class StackReader {
  /** What the last `readAt` found, one value a plane. */
  readonly values: Float64Array;
  readonly #data: Float32Array;
  readonly #columns: ReturnType<typeof reducedPositions>;
  readonly #rows: ReturnType<typeof reducedPositions>;
  readonly #right: number;
  readonly #stride: number;
  readonly #below: number;
  #top = 0;
  #down = 0;

  constructor(planes: readonly Plane[], factor: number) {
    const { width, height } = planes[0];
    const depth = planes.length;
    this.values = new Float64Array(depth);
    this.#data = new Float32Array(width * height * depth);
    interleave(
      planes.map((plane) => plane.data),
      this.#data,
    );
    this.#columns = reducedPositions(width, factor);
    this.#rows = reducedPositions(height, factor);
    this.#right = width > 1 ? depth : 0;
    this.#stride = width * depth;
    this.#below = height > 1 ? this.#stride : 0;
  }

  /** Goes to row `y` of the full-size picture. */
  moveToRow(y: number): void {
    this.#top = this.#rows.firsts[y] * this.#stride;
    this.#down = this.#rows.fractions[y];
  }

  /** Fills `values` for column `x` of the row. */
  readAt(x: number): void {
    const data = this.#data;
    const values = this.values;
    const { firsts, fractions } = this.#columns;
    const depth = values.length;
    const across = fractions[x];
    const both = across * this.#down;
    const a = 1 - across - this.#down + both;
    const b = across - both;
    const c = this.#down - both;
    let i = this.#top + firsts[x] * depth;
    const right = this.#right;
    const below = this.#below;
    for (let k = 0; k < depth; k++, i++)
      values[k] = a * data[i] + b * data[i + right] + c * data[i + below] + both * data[i + below + right];
  }
}

export const mapPlanes3 = (planes: Planes3, operation: (plane: Plane, channel: number) => Plane): Planes3 => [
  operation(planes[0], 0),
  operation(planes[1], 1),
  operation(planes[2], 2),
];

export const shrinkImage = (image: PlanarImage, factor: number): Planes3 =>
  mapPlanes3(planesOf(image), (plane) => shrink(plane, factor));

export function product(a: Plane, b: Plane): Plane {
  const target = createPlane(a.width, a.height);
  const { data } = target;
  const first = a.data;
  const second = b.data;
  for (let i = 0; i < data.length; i++) data[i] = first[i] * second[i];
  return target;
}

/** 1 - value. */
export function inverse(plane: Plane): Plane {
  const target = createPlane(plane.width, plane.height);
  const { data } = target;
  const values = plane.data;
  for (let i = 0; i < data.length; i++) data[i] = 1 - values[i];
  return target;
}
