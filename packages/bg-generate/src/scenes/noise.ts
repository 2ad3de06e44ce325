import { seededRandom } from '@avatar/image';

/** Noise at a point of the plane, in [0, 1]. */
export type Noise = (x: number, y: number) => number;

const CELLS = 256;
const MASK = CELLS - 1;

/**
 * Smooth value noise of wavelength about 2 (K. Perlin, "An Image Synthesizer", 1985, with the smoother curve of his
 * "Improving Noise", 2002): random values at whole coordinates, blended between. Repeats after 256.
 */
export function valueNoise(seed: number): Noise {
  const random = seededRandom(seed);
  const values = new Float32Array(CELLS * CELLS);
  for (let i = 0; i < values.length; i++) values[i] = random();
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const fx = x - column;
    const fy = y - row;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const left = column & MASK;
    const right = (column + 1) & MASK;
    const above = (row & MASK) * CELLS;
    const below = ((row + 1) & MASK) * CELLS;
    const top = values[above + left] + (values[above + right] - values[above + left]) * u;
    const bottom = values[below + left] + (values[below + right] - values[below + left]) * u;
    return top + (bottom - top) * v;
  };
}

/** Each octave is turned, so that no grid shows, and twice as fine. Cosine and sine of about 37 degrees, times 2.02. */
const TURN = { cos: 1.616, sin: 1.212 };

/** Sum of `octaves` layers of noise, each half as strong as the last; in [0, 1], mean 0.5. */
export function fractalNoise(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let total = 0;
  let strength = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise(x, y);
    total += strength;
    strength *= 0.5;
    const turned = TURN.cos * x - TURN.sin * y + 17.3;
    y = TURN.sin * x + TURN.cos * y + 5.7;
    x = turned;
  }
  return sum / total;
}
