import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlane, planesOf, shrink } from '@avatar/image';

export type Planes3 = readonly [Plane, Plane, Plane];

/**
 * Reads planes that are `factor` times smaller than the picture at the place of one of the picture's pixels, bilinearly.
 * One place, many planes; nothing is allocated.
 */
export class ReducedReader {
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  #index = 0;
  #right = 0;
  #below = 0;
  #fx = 0;
  #fy = 0;

  constructor({ width, height }: Plane, factor: number) {
    this.#width = width;
    this.#height = height;
    this.#scale = 1 / factor;
  }

  /** Goes to pixel (`x`, `y`) of the full-size picture. */
  moveTo(x: number, y: number): void {
    const u = Math.min(Math.max((x + 0.5) * this.#scale - 0.5, 0), this.#width - 1);
    const v = Math.min(Math.max((y + 0.5) * this.#scale - 0.5, 0), this.#height - 1);
    const left = u | 0;
    const top = v | 0;
    this.#fx = u - left;
    this.#fy = v - top;
    this.#index = top * this.#width + left;
    this.#right = left < this.#width - 1 ? 1 : 0;
    this.#below = top < this.#height - 1 ? this.#width : 0;
  }

  read({ data }: Plane): number {
    const i = this.#index;
    const j = i + this.#below;
    const above = data[i] + (data[i + this.#right] - data[i]) * this.#fx;
    const below = data[j] + (data[j + this.#right] - data[j]) * this.#fx;
    return above + (below - above) * this.#fy;
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
