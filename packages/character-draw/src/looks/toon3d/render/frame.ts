import type { Vec3 } from './maths.js';

/** Where a bone puts what hangs on it: a rotation (columns are the turned axes) and a shift. */
export class Frame {
  constructor(
    /** `head` or `body`. */
    readonly bone: string,
    readonly xAxis: Vec3,
    readonly yAxis: Vec3,
    readonly zAxis: Vec3,
    readonly origin: Vec3,
  ) {}

  /** From a function that moves points rigidly. */
  static of(bone: string, move: (point: Vec3) => Vec3): Frame {
    const origin = move([0, 0, 0]);
    const axis = (p: Vec3): Vec3 => {
      const q = move(p);
      return [q[0] - origin[0], q[1] - origin[1], q[2] - origin[2]];
    };
    return new Frame(bone, axis([1, 0, 0]), axis([0, 1, 0]), axis([0, 0, 1]), origin);
  }

  point(p: Vec3): Vec3 {
    const out: [number, number, number] = [0, 0, 0];
    this.placePoint(p, out, 0);
    return out;
  }

  direction(d: Vec3): Vec3 {
    const out: [number, number, number] = [0, 0, 0];
    this.placeDirection(d, out, 0);
    return out;
  }

  /** Into the part's own space. */
  inverseDirection(d: Vec3): Vec3 {
    const { xAxis: x, yAxis: y, zAxis: z } = this;
    return [
      d[0] * x[0] + d[1] * x[1] + d[2] * x[2],
      d[0] * y[0] + d[1] * y[1] + d[2] * y[2],
      d[0] * z[0] + d[1] * z[1] + d[2] * z[2],
    ];
  }

  /** A point of the world in the part's own space. */
  inversePoint(p: Vec3): Vec3 {
    const { origin: o } = this;
    return this.inverseDirection([p[0] - o[0], p[1] - o[1], p[2] - o[2]]);
  }

  placePoint(p: Vec3, target: Float32Array | number[], at: number): void {
    const { xAxis: x, yAxis: y, zAxis: z, origin: o } = this;
    for (let j = 0; j < 3; j++) target[at + j] = o[j] + p[0] * x[j] + p[1] * y[j] + p[2] * z[j];
  }

  placeDirection(d: Vec3, target: Float32Array | number[], at: number): void {
    const { xAxis: x, yAxis: y, zAxis: z } = this;
    for (let j = 0; j < 3; j++) target[at + j] = d[0] * x[j] + d[1] * y[j] + d[2] * z[j];
  }
}
