import type { Lab } from '@avatar/image';
import type { PaletteColour } from '@avatar/styles';
import { roundedLab, rounded } from './rounded.js';

/** Two hues of one lightness differ more to the eye than two tones of one hue. */
const WEIGHT = { L: 0.7, colour: 1.8 };
const ROUNDS = 12;

/** k-means (S. Lloyd, "Least squares quantization in PCM", 1982) from evenly spread lightnesses; the commonest first. */
export function paletteOf(colours: readonly Lab[], count: number): PaletteColour[] {
  const byLightness = [...colours].sort((one, other) => one[0] - other[0]);
  const quantile = (share: number) => byLightness[Math.floor(share * byLightness.length)];
  let centres: Lab[] = Array.from({ length: count }, (_, k) => quantile((k + 0.5) / count));
  let sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (const colour of colours) {
      const sum = sums[nearest(colour, centres)];
      for (let axis = 0; axis < 3; axis++) sum[axis] += colour[axis];
      sum[3]++;
    }
    centres = sums.map(([L, a, b, size], k) => (size > 0 ? [L / size, a / size, b / size] : centres[k]));
    sizes = sums.map((sum) => sum[3]);
  }
  return centres
    .map((centre, k) => ({ colour: roundedLab(centre), weight: rounded(sizes[k] / colours.length, 3) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.colour[0] - other.colour[0]);
}

function nearest([L, a, b]: Lab, centres: readonly Lab[]): number {
  let best = 0;
  let least = Infinity;
  for (let k = 0; k < centres.length; k++) {
    const [cL, ca, cb] = centres[k];
    const away = WEIGHT.L * (L - cL) ** 2 + WEIGHT.colour * ((a - ca) ** 2 + (b - cb) ** 2);
    if (away < least) [best, least] = [k, away];
  }
  return best;
}
