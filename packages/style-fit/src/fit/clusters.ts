import { mean } from '@avatar/image';
import { distance, type FeatureVector } from './feature-vector.js';

/** A partition of a set: the indices of each part, the largest first. */
export interface Clusters {
  readonly parts: readonly (readonly number[])[];
  /** How much nearer examples are to their own part than to the next, -1 to 1 (P. Rousseeuw, "Silhouettes", 1987). */
  readonly silhouette: number;
}

const ROUNDS = 20;

/** The example of `part` that is nearest to all of it. */
function medoid(part: readonly number[], between: readonly (readonly number[])[]): number {
  let best = part[0];
  let least = Infinity;
  for (const candidate of part) {
    const cost = part.reduce((sum, other) => sum + between[candidate][other], 0);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/** The first is in the middle of all; every next one is far from those before. */
function firstMedoids(count: number, between: readonly (readonly number[])[]): number[] {
  const all = between.map((_, i) => i);
  const medoids = [medoid(all, between)];
  while (medoids.length < count) {
    const nearest = all.map((i) => Math.min(...medoids.map((m) => between[i][m])));
    const gain = all.map((i) => all.reduce((sum, j) => sum + Math.max(0, nearest[j] - between[i][j]), 0));
    medoids.push(gain.indexOf(Math.max(...gain)));
  }
  return medoids;
}

/** Partition around medoids (L. Kaufman and P. Rousseeuw, "Finding Groups in Data", 1990). */
export function clustersOf(vectors: readonly FeatureVector[], count: number): Clusters {
  const between = vectors.map((one) => vectors.map((other) => distance(one, other)));
  let medoids = firstMedoids(count, between);
  let parts: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parts = medoids.map(() => []);
    vectors.forEach((_, i) => {
      const distances = medoids.map((m) => between[i][m]);
      parts[distances.indexOf(Math.min(...distances))].push(i);
    });
    const next = parts.map((part, k) => (part.length > 0 ? medoid(part, between) : medoids[k]));
    if (next.every((m, k) => m === medoids[k])) break;
    medoids = next;
  }
  return {
    parts: parts.sort((one, other) => other.length - one.length || one[0] - other[0]),
    silhouette: silhouetteOf(parts, between),
  };
}

function silhouetteOf(
  parts: readonly (readonly number[])[],
  between: readonly (readonly number[])[],
): number {
  const values = parts.flatMap((part) =>
    part.map((i) => {
      const to = (other: readonly number[]) => {
        const others = other.filter((j) => j !== i);
        return others.length > 0 ? mean(others.map((j) => between[i][j])) : 0;
      };
      const own = to(part);
      const next = Math.min(...parts.filter((other) => other !== part && other.length > 0).map(to));
      return part.length > 1 && Number.isFinite(next) ? (next - own) / Math.max(own, next) : 0;
    }),
  );
  return mean(values);
}
