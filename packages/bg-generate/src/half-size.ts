import type { PlanarImage, Plane } from '@avatar/stage';
import { planesOf, shrink } from '@avatar/image';

export type Planes3 = readonly [Plane, Plane, Plane];

/** Reads planes of half size at the place of a pixel of the full-size picture, bilinearly. Reused for every pixel: no allocation. */
export class HalfSizeReader {
  #index = 0;
  #right = 0;
  #below = 0;
  #fx = 0;
  #fy = 0;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** Goes to pixel (`x`, `y`) of the full-size picture. */
  moveTo(x: number, y: number): void {
    const u = Math.min(Math.max(x * 0.5 - 0.25, 0), this.width - 1);
    const v = Math.min(Math.max(y * 0.5 - 0.25, 0), this.height - 1);
    const left = u | 0;
    const top = v | 0;
    this.#fx = u - left;
    this.#fy = v - top;
    this.#index = top * this.width + left;
    this.#right = left < this.width - 1 ? 1 : 0;
    this.#below = top < this.height - 1 ? this.width : 0;
  }

  read(data: Float32Array): number {
    const i = this.#index;
    const below = i + this.#below;
    const a = data[i] + (data[i + this.#right] - data[i]) * this.#fx;
    const b = data[below] + (data[below + this.#right] - data[below]) * this.#fx;
    return a + (b - a) * this.#fy;
  }
}

export const halveImage = (image: PlanarImage): Planes3 => {
  const [red, green, blue] = planesOf(image);
  return [shrink(red, 2), shrink(green, 2), shrink(blue, 2)];
};
