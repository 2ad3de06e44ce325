import { linearToSrgb } from '@avatar/image';
import { encodeRgbPng } from './png.js';

const STEPS = 4096;
const ENCODED = Uint8Array.from({ length: STEPS + 1 }, (_, i) => Math.round(255 * linearToSrgb(i / STEPS)));
/** Linear light, 0 to 1, as a byte of sRGB. */
const encoded = (linear: number): number => ENCODED[Math.round(Math.min(1, Math.max(0, linear)) * STEPS)];

/** A texture that is painted texel by texel in linear light. */
export class TextureCanvas {
  readonly #rgb: Uint8Array;
  readonly #painted: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#rgb = new Uint8Array(width * height * 3);
    this.#painted = new Uint8Array(width * height);
  }

  set(texel: number, red: number, green: number, blue: number): void {
    this.#rgb[texel * 3] = encoded(red);
    this.#rgb[texel * 3 + 1] = encoded(green);
    this.#rgb[texel * 3 + 2] = encoded(blue);
    this.#painted[texel] = 1;
  }

  /** Paints texels beside the painted ones alike, `rings` times, so that no ground shines through at seams; the rest is flat. */
  grow(rings: number): this {
    const { width, height } = this;
    let edge: number[] = [];
    for (let i = 0; i < this.#painted.length; i++) if (this.#painted[i]) edge.push(i);
    for (let ring = 0; ring < rings; ring++) {
      const next: number[] = [];
      for (const from of edge) {
        const x = from % width;
        for (const to of [x > 0 ? from - 1 : -1, x < width - 1 ? from + 1 : -1, from - width, from + width]) {
          if (to < 0 || to >= width * height || this.#painted[to]) continue;
          this.#painted[to] = 1;
          this.#rgb.copyWithin(to * 3, from * 3, from * 3 + 3);
          next.push(to);
        }
      }
      edge = next;
    }
    return this;
  }

  png(): Uint8Array {
    return encodeRgbPng(this.#rgb, this.width, this.height);
  }
}
