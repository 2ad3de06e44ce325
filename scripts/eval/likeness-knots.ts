import { quantile } from '@avatar/image';
import type { LikenessAnalysis } from './likeness-analysis.js';
import { sorted, thresholdAtFmr } from './statistics.js';

/** The cosines where an embedder's scale has its corners if its scores are to mean what those of the others do. */
export function knotLines({ scores, cross, bestThreshold }: LikenessAnalysis): string[] {
  const genuine = sorted(scores.genuine);
  const corners: readonly (readonly [score: number, cosine: number, meaning: string])[] = [
    [0, quantile(cross, 0.05), 'one in twenty strangers is farther'],
    [0.1, quantile(cross, 0.5), 'the median of different people'],
    [0.4, thresholdAtFmr(cross, 1e-2), 'FMR 1e-2'],
    [0.5, thresholdAtFmr(cross, 1e-3), 'FMR 1e-3'],
    [0.6, thresholdAtFmr(cross, 1e-4), 'FMR 1e-4'],
    [0.75, quantile(genuine, 0.25), 'a quarter of the second photos is farther'],
    [0.85, quantile(genuine, 0.75), 'three quarters of the second photos are farther'],
    [0.9, quantile(genuine, 0.95), '19 of 20 second photos are farther'],
  ];
  return [
    ...corners.map(([score, cosine, meaning]) => `${score.toFixed(2)} ${cosine.toFixed(4)} ${meaning}`),
    `best threshold ${bestThreshold.toFixed(4)}`,
  ];
}
