import type { Plane } from '@avatar/stage';
import { gaussianBlur } from './filter/blur.js';
import { createPlane } from './planes/plane.js';
import { seededRandom } from './random.js';

/** Smooth noise with a mean of 0 and a root mean square of 1. @param sigma of its softness in pixels */
export function smoothNoise(
  seed: number,
  sigma: number,
  { width, height }: Pick<Plane, 'width' | 'height'>,
): Plane {
  const random = seededRandom(seed);
  const noise = createPlane(width, height);
  for (let i = 0; i < noise.data.length; i++) noise.data[i] = random() - 0.5;
  const { data } = gaussianBlur(noise, sigma);
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  const scale = 1 / (Math.sqrt(squares / data.length - mean * mean) || 1);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] - mean) * scale;
  return { data, width, height };
}
