import { ellipsoid, intersection, union } from '../render/field.js';
import type { Vec3 } from '../render/maths.js';

/** An ellipsoid that is blended in only where it can matter. */
export class Lump {
  readonly #reach: number;
  constructor(
    readonly centre: Vec3,
    readonly radii: Vec3,
    readonly blend: number,
  ) {
    this.#reach = Math.max(...radii) + blend;
  }

  add(d: number, x: number, y: number, z: number): number {
    if (!this.#near(d, x, y, z)) return d;
    return union(d, ellipsoid(x, y, z, this.centre, this.radii), this.blend);
  }

  cut(d: number, x: number, y: number, z: number): number {
    if (!this.#near(-d, x, y, z)) return d;
    return intersection(d, -ellipsoid(x, y, z, this.centre, this.radii), this.blend);
  }

  #near(d: number, x: number, y: number, z: number): boolean {
    const dx = x - this.centre[0];
    const dy = y - this.centre[1];
    const dz = z - this.centre[2];
    const far = this.#reach + (d > 0 ? d : 0);
    return dx * dx + dy * dy + dz * dz < far * far;
  }
}
