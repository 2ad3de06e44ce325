import { linearToSrgb, srgbToLinear } from '@avatar/image';

/**
 * Steps of the tables. The nearest entry is at most 0.05 of an 8-bit step away, without any interpolation; a table fits
 * the nearest cache of a processor.
 */
const STEPS = 4096;

function table(transform: (value: number) => number): Float32Array {
  const values = new Float32Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) values[i] = transform(i / STEPS);
  return values;
}

const LINEAR = table(srgbToLinear);
/** By square root, which makes the steep curve near black an even one. */
const ENCODED = table((root) => linearToSrgb(root * root));

const unit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** sRGB-encoded to linear light; input clipped to [0, 1]. */
export const decoded = (value: number): number => LINEAR[(unit(value) * STEPS + 0.5) | 0];

/** Linear light to sRGB-encoded; input clipped to [0, 1]. */
export const encoded = (value: number): number => ENCODED[(Math.sqrt(unit(value)) * STEPS + 0.5) | 0];
