import { LIKENESS_KNOTS, LIKENESS_MODEL_ID, type LikenessKnot } from './likeness-score.js';

/** What a likeness score means for two photos of LFW (View 1). */
export interface LikenessOperatingPoint {
  /** Likeness score in [0, 1]. */
  readonly score: number;
  /** The cosine behind it. */
  readonly cosine: number;
  /** What the score is used for. */
  readonly use: string;
  /** Share of the photos of different people that reach the score, or `below` it when none did. */
  readonly falseMatchRate: { readonly value: number } | { readonly below: number };
  /** Share of second photos of a person that stay under the score. */
  readonly falseNonMatchRate: number;
}

/** Everything that the meaning of a likeness score rests on. */
export interface LikenessCalibration {
  readonly modelId: string;
  /** Name of the upstream file, and SHA-256 of the weights that the catalogue verifies. Another file needs another map. */
  readonly modelVersion: string;
  readonly weightsSha256: string;
  readonly knots: readonly LikenessKnot[];
  /** From this cosine on, two photos count as one person. */
  readonly verificationCosine: number;
  readonly operatingPoints: readonly LikenessOperatingPoint[];
}

/** As measured by `scripts/eval-likeness.ts`; `docs/evaluation/likeness.md` has the curves and the intervals. */
export const LIKENESS_CALIBRATION: LikenessCalibration = {
  modelId: LIKENESS_MODEL_ID,
  modelVersion: 'face_recognition_sface_2021dec',
  weightsSha256: 'ae6a6ac44d2bdc87924e75fb23d8212430dd24f037f5e035c21deff99afc8b61',
  knots: LIKENESS_KNOTS,
  verificationCosine: 0.37,
  operatingPoints: [
    {
      score: 0.6,
      cosine: 0.43,
      use: 'least likeness for gaming',
      falseMatchRate: { value: 6.7e-5 },
      falseNonMatchRate: 0.022,
    },
    {
      score: 0.75,
      cosine: 0.63,
      use: 'least likeness for social',
      falseMatchRate: { below: 1e-6 },
      falseNonMatchRate: 0.252,
    },
    {
      score: 0.85,
      cosine: 0.76,
      use: 'least likeness for professional',
      falseMatchRate: { below: 1e-6 },
      falseNonMatchRate: 0.758,
    },
    {
      score: 0.9,
      cosine: 0.85,
      use: 'accepted without asking',
      falseMatchRate: { below: 1e-6 },
      falseNonMatchRate: 0.952,
    },
  ],
};
