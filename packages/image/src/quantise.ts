import type { PlanarImage, Plane, RasterImage } from '@avatar/stage';
import { seededRandom } from './random.js';

const NOISE_LENGTH = 1 << 16;

/** Triangular noise in (-1, 1). */
function triangularNoise(seed: number): Float32Array {
  const random = seededRandom(seed);
  const noise = new Float32Array(NOISE_LENGTH);
  for (let i = 0; i < NOISE_LENGTH; i++) noise[i] = random() + random() - 1;
  return noise;
}

export interface QuantiseOptions {
  /** Opacity in [0, 1]; gives a 4-channel picture. */
  readonly alpha?: Plane;
  /** Seed of the dither. Without one the values are rounded, and smooth gradients show bands. */
  readonly ditherSeed?: number;
}

/** Planar floats to interleaved 8 bit; values outside [0, 1] are clipped. Dither is triangular, +-0.75 of a step. */
export function toRaster(image: PlanarImage, options: QuantiseOptions = {}): RasterImage {
  const { alpha, ditherSeed } = options;
  const { width, height, planes } = image;
  const channels = alpha ? 4 : 3;
  const data = new Uint8ClampedArray(width * height * channels);
  const noise = ditherSeed === undefined ? undefined : triangularNoise(ditherSeed);
  for (let channel = 0; channel < 3; channel++) {
    const plane = planes[channel];
    for (let y = 0, i = 0, o = channel; y < height; y++) {
      // An odd stride a row keeps the noise table from repeating in columns.
      const row = y * 4099 + channel * 21841;
      for (let x = 0; x < width; x++, i++, o += channels) {
        const value = plane[i] * 255;
        data[o] = noise ? value + 0.75 * noise[(row + x) & (NOISE_LENGTH - 1)] : value;
      }
    }
  }
  if (alpha) for (let i = 0, o = 3; i < alpha.data.length; i++, o += 4) data[o] = alpha.data[i] * 255;
  return { data: new Uint8Array(data.buffer), width, height, channels };
}
