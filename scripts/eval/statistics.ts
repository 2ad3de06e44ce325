import { quantile, seededRandom } from '@avatar/image';

export interface Scores {
  /** Of pairs that belong together. */
  readonly genuine: readonly number[];
  /** Of pairs that do not. */
  readonly impostor: readonly number[];
}

export const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** Number of values of an ascending list that are below `bound`. */
export function countBelow(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of the values that reach the bound. */
export const shareFrom = (ascending: Float64Array, bound: number): number =>
  1 - countBelow(ascending, bound) / ascending.length;

/**
 * Area under the ROC curve: how often a genuine score lies above an impostor's, ties counting half (Mann and Whitney,
 * 1947).
 */
export function areaUnderRoc({ genuine, impostor }: Scores): number {
  const others = sorted(impostor);
  let wins = 0;
  for (const score of genuine) {
    const below = countBelow(others, score);
    const upTo = countBelow(others, score + 1e-12);
    wins += below + 0.5 * (upTo - below);
  }
  return wins / (genuine.length * others.length);
}

/** The least threshold that at most `fmr` of the impostors reach. */
export function thresholdAtFmr(impostor: Float64Array, fmr: number): number {
  const allowed = Math.floor(fmr * impostor.length);
  return impostor[impostor.length - 1 - allowed] + 1e-9;
}

/** Share of the pairs that a threshold sorts right. */
export function accuracyAt({ genuine, impostor }: Scores, threshold: number): number {
  const right =
    genuine.filter((score) => score >= threshold).length +
    impostor.filter((score) => score < threshold).length;
  return right / (genuine.length + impostor.length);
}

/** The threshold that sorts most pairs right; the middle of the best interval. */
export function bestThreshold(scores: Scores): number {
  const candidates = sorted([...scores.genuine, ...scores.impostor]);
  const genuine = sorted(scores.genuine);
  const impostor = sorted(scores.impostor);
  let best = { right: -1, from: 0, to: 0 };
  for (let i = 0; i < candidates.length; i++) {
    const threshold = candidates[i];
    const right = genuine.length - countBelow(genuine, threshold) + countBelow(impostor, threshold);
    if (right > best.right) best = { right, from: candidates[Math.max(0, i - 1)], to: threshold };
  }
  return (best.from + best.to) / 2;
}

/** Accuracy with the threshold of the other folds, over all folds. */
export function crossValidatedAccuracy({ genuine, impostor }: Scores, folds = 10): number {
  const inFold = (values: readonly number[], fold: number, inside: boolean) =>
    values.filter((_, i) => (i % folds === fold) === inside);
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const part = (inside: boolean): Scores => ({
      genuine: inFold(genuine, fold, inside),
      impostor: inFold(impostor, fold, inside),
    });
    const tested = part(true);
    right +=
      accuracyAt(tested, bestThreshold(part(false))) * (tested.genuine.length + tested.impostor.length);
  }
  return right / (genuine.length + impostor.length);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % percentile bootstrap (B. Efron, 1979) of a statistic of one list. */
export function bootstrap(
  values: readonly number[],
  statistic: (resampled: Float64Array) => number,
  { seed = 1, rounds = 1000 } = {},
): Interval {
  const random = seededRandom(seed);
  const results = new Float64Array(rounds);
  const resampled = new Float64Array(values.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < values.length; i++) resampled[i] = values[Math.floor(random() * values.length)];
    results[round] = statistic(resampled);
  }
  return { low: quantile(results, 0.025), high: quantile(results, 0.975) };
}
