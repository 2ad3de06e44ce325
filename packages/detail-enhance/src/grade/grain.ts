import { binomialBlur, createPlane, seededRandom } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** Standard deviation of the sum of two uniform numbers of width 1, after a [1 2 1] blur in both directions. */
const DEVIATION = Math.sqrt(1 / 6) * (6 / 16);
const HALF = 65536;

/** Soft monochrome film grain with mean 0 and standard deviation 1; the same seed and size give the same grain. */
export function filmGrain(width: number, height: number, seed: number): Plane {
  const random = seededRandom(seed);
  const noise = createPlane(width, height);
  const { data } = noise;
  for (let i = 0; i < data.length; i++) {
    // The two halves of one random word are two random numbers.
    const word = random() * HALF;
    const whole = Math.floor(word);
    data[i] = (whole / HALF + (word - whole) - 1) / DEVIATION;
  }
  return binomialBlur(noise, 1);
}
