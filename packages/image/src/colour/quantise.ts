import type { PlanarImage, Plane, RasterImage } from '@avatar/stage';
import { inKernels, type KernelMemory } from '../kernels/kernels.js';
import { seededRandom } from '../random.js';

const NOISE_LENGTH = 1 << 16;
/** The kernel reads four values at once: the table's begin stands at its end again. */
const OVERLAP = 3;

/** Half of the range of the dither in steps of 8 bit: enough to break up bands, too little to be seen. */
const DITHER_STEPS = 0.75;
/** What is this near to a step of 8 bit is meant to be that step: a flat colour stays flat. */
const EXACT = 1e-4;
/** The kernel writes whole vectors, also over the end. */
const SPARE_BYTES = 16;

/** Triangular noise of +-`DITHER_STEPS`. */
function triangularNoise(seed: number): Float32Array {
  const random = seededRandom(seed);
  const noise = new Float32Array(NOISE_LENGTH + OVERLAP);
  for (let i = 0; i < NOISE_LENGTH; i++) noise[i] = DITHER_STEPS * (random() + random() - 1);
  noise.copyWithin(NOISE_LENGTH, 0, OVERLAP);
  return noise;
}

/** A start of its own in the table for each channel of each row, so that the noise does not repeat in a pattern. */
function rowStarts(seed: number, height: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length: 3 * height }, () => random() * NOISE_LENGTH);
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
  const { width, height } = image;
  const channels = alpha ? 4 : 3;
  const data = inKernels((memory) => {
    const place = (values: Float32Array): number => memory.place({ data: values, width, height }).at;
    const [red, green, blue] = image.planes.map(place);
    const opacity = alpha ? place(alpha.data) : 0;
    const [noise, starts] = ditherSeed === undefined ? [0, 0] : placeDither(memory, ditherSeed, height);
    const length = width * height * channels;
    const target = memory.reserve(length + SPARE_BYTES);
    memory.kernels.quantise(red, green, blue, opacity, width, height, target, noise, starts, EXACT);
    return memory.takeBytes(target, length);
  });
  return { data, width, height, channels };
}

const placeDither = (memory: KernelMemory, seed: number, height: number) => [
  memory.placeTable(triangularNoise(seed)),
  memory.placeTable(rowStarts(seed, height)),
];
