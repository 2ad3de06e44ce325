import type { PairsFile, PhotoPair } from './likeness-pairs.js';
import type { PhotoMeasures } from './photo-measures.js';
import {
  accuracyAt,
  areaUnderRoc,
  bestThreshold,
  bootstrap,
  countBelow,
  crossValidatedAccuracy,
  shareFrom,
  sorted,
  thresholdAtFmr,
  type Interval,
  type Scores,
} from './statistics.js';

export interface Estimate extends Interval {
  readonly value: number;
}

/** How the model does on pairs whose worse photo is in one range of an attribute. */
interface GroupResult {
  readonly attribute: string;
  readonly range: string;
  readonly genuinePairs: number;
  readonly tpr: number;
  readonly impostorPairs: number;
  readonly fmr: number;
}

export interface LikenessAnalysis {
  /** Cosines of the pairs of the file. */
  readonly scores: Scores;
  /** Cosines of all photos of different people, ascending. */
  readonly cross: Float64Array;
  readonly photos: number;
  readonly skippedPairs: number;
  readonly auc: Estimate;
  readonly accuracyCrossValidated: number;
  readonly accuracyShipped: Estimate;
  readonly bestThreshold: number;
  readonly operatingPoints: readonly {
    readonly fmr: number;
    readonly threshold: number;
    readonly tpr: Estimate;
  }[];
  readonly groups: readonly GroupResult[];
}

const FMRS = [1e-2, 1e-3, 1e-4];

interface Attribute {
  readonly name: string;
  readonly component: string;
  /** Of two photos, the worse value. */
  readonly worse: (a: number, b: number) => number;
  readonly value: (measured: number) => number;
  readonly bounds: readonly number[];
}

const ATTRIBUTES: readonly Attribute[] = [
  {
    name: 'larger turn to the side (degrees)',
    component: 'yaw',
    worse: Math.max,
    value: Math.abs,
    bounds: [10, 20, 30],
  },
  {
    name: 'larger tilt up or down (degrees)',
    component: 'pitch',
    worse: Math.max,
    value: Math.abs,
    bounds: [10, 20],
  },
  {
    name: 'lower sharpness (Laplacian variance)',
    component: 'sharpness',
    worse: Math.min,
    value: Number,
    bounds: [50, 100, 150],
  },
  {
    name: 'lower luma of the face',
    component: 'exposure',
    worse: Math.min,
    value: Number,
    bounds: [70, 100, 130],
  },
  {
    name: 'smaller eye distance (pixels)',
    component: 'eye-distance',
    worse: Math.min,
    value: Number,
    bounds: [38, 42],
  },
];

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

interface Scored extends PhotoPair {
  readonly cosine: number;
}

/** @param shipped the cosine from which on two photos count as one person */
export function analyseLikeness(
  { people, pairs }: PairsFile,
  measures: ReadonlyMap<string, PhotoMeasures>,
  shipped: number,
): LikenessAnalysis {
  const scored: Scored[] = [];
  for (const pair of pairs) {
    const [first, second] = pair.photos.map((file) => measures.get(file));
    if (first && second) scored.push({ ...pair, cosine: dot(first.vector, second.vector) });
  }
  const cosinesOf = (same: boolean) =>
    scored.filter((pair) => pair.same === same).map(({ cosine }) => cosine);
  const scores: Scores = { genuine: cosinesOf(true), impostor: cosinesOf(false) };
  const known = people.filter(({ file }) => measures.has(file));
  const strangers = crossCosines(known, measures);
  const cross = sorted(strangers.map(({ cosine }) => cosine));
  const at = (fmr: number) => {
    const threshold = thresholdAtFmr(cross, fmr);
    const tpr = estimate(scores.genuine, (values) => shareFrom(values, threshold));
    return { fmr, threshold, tpr };
  };
  const right = scored.map(({ same, cosine }) => Number(cosine >= shipped === same));
  const wins = scores.genuine.map((score) => areaUnderRoc({ genuine: [score], impostor: scores.impostor }));
  return {
    scores,
    cross,
    photos: known.length,
    skippedPairs: pairs.length - scored.length,
    auc: estimate(wins, mean),
    accuracyCrossValidated: crossValidatedAccuracy(scores),
    accuracyShipped: { ...estimate(right, mean), value: accuracyAt(scores, shipped) },
    bestThreshold: bestThreshold(scores),
    operatingPoints: FMRS.filter((fmr) => fmr * cross.length >= 10).map(at),
    groups: ATTRIBUTES.flatMap((attribute) =>
      groupsBy(attribute, scored, strangers, measures, thresholdAtFmr(cross, 1e-3)),
    ),
  };
}

function estimate(values: readonly number[], statistic: (ascending: Float64Array) => number): Estimate {
  return { value: statistic(sorted(values)), ...bootstrap(values, (sample) => statistic(sample.sort())) };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function crossCosines(
  people: PairsFile['people'],
  measures: ReadonlyMap<string, PhotoMeasures>,
): Omit<Scored, 'same'>[] {
  const cosines: Omit<Scored, 'same'>[] = [];
  const vectors = people.map(({ file }) => measures.get(file)?.vector ?? new Float32Array());
  for (let i = 0; i < people.length; i++)
    for (let j = i + 1; j < people.length; j++)
      if (people[i].person !== people[j].person)
        cosines.push({ photos: [people[i].file, people[j].file], cosine: dot(vectors[i], vectors[j]) });
  return cosines;
}

function groupsBy(
  { name, component, worse, value, bounds }: Attribute,
  scored: readonly Scored[],
  strangers: readonly Omit<Scored, 'same'>[],
  measures: ReadonlyMap<string, PhotoMeasures>,
  threshold: number,
): GroupResult[] {
  const values = new Map([...measures].map(([file, { measured }]) => [file, value(measured[component])]));
  const of = (file: string): number => values.get(file) ?? 0;
  const edges = [-Infinity, ...bounds, Infinity];
  return edges.slice(1).map((to, index) => {
    const from = edges[index];
    const isIn = (a: string, b: string) => {
      const worst = worse(of(a), of(b));
      return worst >= from && worst < to;
    };
    const within = (pairs: readonly Omit<Scored, 'same'>[]) =>
      sorted(pairs.filter(({ photos }) => isIn(...photos)).map(({ cosine }) => cosine));
    const genuine = within(scored.filter(({ same }) => same));
    const impostor = within(strangers);
    return {
      attribute: name,
      range: rangeText(from, to),
      genuinePairs: genuine.length,
      tpr: shareFrom(genuine, threshold),
      impostorPairs: impostor.length,
      fmr: 1 - countBelow(impostor, threshold) / impostor.length,
    };
  });
}

const rangeText = (from: number, to: number): string =>
  from === -Infinity ? `below ${to}` : to === Infinity ? `${from} and more` : `${from} to ${to}`;
