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

/** Half of the range of the dither in steps of 8 bit: enough to break up bands, too little to be seen. */
const DITHER_STEPS = 0.75;
/** What is this near to a step of 8 bit is meant to be that step: a flat colour stays flat. */
const EXACT = 1e-4;

/** Planar floats to interleaved 8 bit; values outside [0, 1] are clipped. Dither is triangular, +-0.75 of a step. */
export function toRaster(image: PlanarImage, options: QuantiseOptions = {}): RasterImage {
  const { alpha, ditherSeed } = options;
  const { width, height } = image;
  const channels = alpha ? 4 : 3;
  // Rounds and clips while storing.
  const data = new Uint8ClampedArray(width * height * channels);
  if (ditherSeed === undefined) roundInto(data, image, channels);
  else ditherInto(data, image, channels, ditherSeed);
  if (alpha) for (let i = 0, o = 3; i < alpha.data.length; i++, o += 4) data[o] = alpha.data[i] * 255;
  return { data: new Uint8Array(data.buffer), width, height, channels };
}

function roundInto(data: Uint8ClampedArray, { planes }: PlanarImage, channels: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const plane = planes[channel];
    for (let i = 0, o = channel; i < plane.length; i++, o += channels) data[o] = plane[i] * 255;
  }
}

function ditherInto(data: Uint8ClampedArray, image: PlanarImage, channels: number, seed: number): void {
  const { width, height, planes } = image;
  const noise = triangularNoise(seed);
  const random = seededRandom(seed);
  for (let channel = 0; channel < 3; channel++) {
    const plane = planes[channel];
    for (let y = 0, i = 0, o = channel; y < height; y++) {
      // A start of its own for each row, so that the table does not repeat in a pattern.
      const row = (random() * NOISE_LENGTH) | 0;
      for (let x = 0; x < width; x++, i++, o += channels) {
        const level = plane[i] * 255;
        const off = level - Math.floor(level + 0.5);
        const exact = off < EXACT && off > -EXACT;
        data[o] = exact ? level : level + DITHER_STEPS * noise[(row + x) & (NOISE_LENGTH - 1)];
      }
    }
  }
}
