import type { LikenessCalibration } from '@avatar/face';

export const DESCRIPTOR_MODEL_ID = 'face-api:face-recognition';

/**
 * What cosines of the descriptor mean. Its vectors lie close together, so that strangers reach 0.84. The knots were set on
 * one half of the people of LFW (View 1) to mean what those of `sface` mean, the operating points measured on the other:
 * `scripts/eval-likeness.ts --embedder face-api`.
 */
export const DESCRIPTOR_CALIBRATION: LikenessCalibration = {
  modelId: DESCRIPTOR_MODEL_ID,
  modelVersion: 'face_recognition_model (face-api 1.7.15)',
  weightsSha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
  knots: [
    { cosine: 0.78, score: 0, meaning: 'nothing in common: 19 of 20 strangers are closer' },
    { cosine: 0.838, score: 0.1, meaning: 'the median of different people' },
    { cosine: 0.909, score: 0.4, meaning: 'FMR 1e-2' },
    { cosine: 0.927, score: 0.5, meaning: 'FMR 1e-3' },
    { cosine: 0.939, score: 0.6, meaning: 'FMR 1e-4' },
    { cosine: 0.943, score: 0.75, meaning: 'as close as three in four second photos of a person' },
    { cosine: 0.964, score: 0.85, meaning: 'closer than three in four second photos of a person' },
    { cosine: 0.976, score: 0.9, meaning: 'practically only the same photo, edited' },
    { cosine: 1, score: 1, meaning: 'identical' },
  ],
  verificationCosine: 0.91,
  operatingPoints: [
    {
      score: 0.6,
      cosine: 0.939,
      use: 'least likeness for gaming',
      falseMatchRate: { value: 1.0e-4 },
      falseNonMatchRate: 0.158,
    },
    {
      score: 0.75,
      cosine: 0.943,
      use: 'least likeness for social',
      falseMatchRate: { value: 5.7e-5 },
      falseNonMatchRate: 0.208,
    },
    {
      score: 0.85,
      cosine: 0.964,
      use: 'least likeness for professional',
      falseMatchRate: { below: 4e-6 },
      falseNonMatchRate: 0.703,
    },
    {
      score: 0.9,
      cosine: 0.976,
      use: 'accepted without asking',
      falseMatchRate: { below: 4e-6 },
      falseNonMatchRate: 0.938,
    },
  ],
};
