/** The embedding model that the map was fitted for; cosines of another model mean something else. */
export const LIKENESS_MODEL_ID = 'sface';

/** One corner of the map from cosine similarity to likeness. */
export interface LikenessKnot {
  readonly cosine: number;
  readonly score: number;
  /** What a pair of photos at this cosine is like. */
  readonly meaning: string;
}

/**
 * The published map, fitted on LFW (View 1): 800 genuine pairs and 854,778 pairs of different people, SFace embeddings
 * (Zhong et al., "SFace: Sigmoid-Constrained Hypersphere Loss", 2021) of faces aligned by the 468-point mesh.
 * FMR is the share of pairs of different people that reach the cosine.
 */
export const LIKENESS_KNOTS: readonly LikenessKnot[] = [
  { cosine: 0, score: 0, meaning: 'nothing in common' },
  { cosine: 0.1, score: 0.1, meaning: 'the median of different people' },
  { cosine: 0.3, score: 0.4, meaning: 'FMR 1e-2' },
  { cosine: 0.37, score: 0.5, meaning: 'FMR 1e-3: features visible, strongly stylised' },
  { cosine: 0.43, score: 0.6, meaning: 'FMR 1e-4; 97 % of second photos of a person pass' },
  { cosine: 0.63, score: 0.75, meaning: 'as close as three in four second photos of a person' },
  { cosine: 0.76, score: 0.85, meaning: 'closer than three in four second photos of a person' },
  { cosine: 0.85, score: 0.9, meaning: 'practically only the same photo, edited' },
  { cosine: 1, score: 1, meaning: 'identical' },
];

/**
 * Calibrated likeness of two faces: piecewise linear through the knots, rising with the cosine.
 *
 * @param cosine similarity of two embeddings of one model in [-1, 1]; values outside are clipped
 * @param knots that model's, rising in both coordinates. Default: those of `sface`
 * @returns likeness in [0, 1]; 0 up to the first knot
 */
export function likenessScore(cosine: number, knots: readonly LikenessKnot[] = LIKENESS_KNOTS): number {
  if (!(cosine > knots[0].cosine)) return knots[0].score;
  for (let i = 1; i < knots.length; i++) {
    const upper = knots[i];
    if (cosine > upper.cosine) continue;
    const lower = knots[i - 1];
    const along = (cosine - lower.cosine) / (upper.cosine - lower.cosine);
    return lower.score + along * (upper.score - lower.score);
  }
  return 1;
}
