import { seededRandom, type Lab } from '@avatar/image';

const ROUNDS = 20;
/** Share of the way that a colour goes in each round. */
const STEP = 0.5;
const SEED = 5;

/** A direction in Lab of length 1. */
function randomDirection(random: () => number): readonly number[] {
  const axes = [random() - 0.5, random() - 0.5, random() - 0.5];
  const length = Math.hypot(...axes) || 1;
  return axes.map((axis) => axis / length);
}

/**
 * Where colours come to lie when together they are spread as those of `target` are: sliced optimal transport (F. Pitié
 * and others, "Automated colour grading using colour distribution transfer", 2007).
 */
export function transported(source: readonly Lab[], target: readonly Lab[]): Lab[] {
  const random = seededRandom(SEED);
  const moved = source.map(([L, a, b]) => [L, a, b] as [number, number, number]);
  for (let round = 0; round < ROUNDS; round++) {
    const [dL, da, db] = randomDirection(random);
    const along = ([L, a, b]: Lab): number => L * dL + a * da + b * db;
    const positions = moved.map(along);
    const order = positions.map((_, i) => i).sort((one, other) => positions[one] - positions[other]);
    const wanted = Float64Array.from(target, along).sort();
    order.forEach((index, rank) => {
      const place = ((rank + 0.5) / order.length) * wanted.length - 0.5;
      const below = Math.min(wanted.length - 2, Math.max(0, Math.floor(place)));
      const share = Math.min(1, Math.max(0, place - below));
      const aim = wanted[below] + (wanted[below + 1] - wanted[below]) * share;
      const way = (aim - positions[index]) * STEP;
      moved[index][0] += dL * way;
      moved[index][1] += da * way;
      moved[index][2] += db * way;
    });
  }
  return moved;
}
