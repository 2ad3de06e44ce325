import type { ModelHub } from '@avatar/models';
import type { FaceEmbedding, FaceLandmarks, PlanarImage, RasterImage } from '@avatar/stage';
import type { FaceOptions } from '../detection/face-run.js';
import { EMBEDDING_MODEL_ID, embedFace } from './embed-face.js';
import { LIKENESS_CALIBRATION, type LikenessCalibration } from './likeness-calibration.js';

/**
 * Who a face looks like, as numbers, and what their cosine means. Scores of two embedders can be compared, their
 * embeddings cannot.
 */
export interface FaceEmbedder {
  /** Its `modelId` is that of the embeddings, and the name of the model in results and metadata. */
  readonly calibration: LikenessCalibration;
  /** @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason if it is aborted before the run */
  embed(
    image: RasterImage | PlanarImage,
    landmarks: FaceLandmarks,
    options?: FaceOptions,
  ): Promise<FaceEmbedding>;
}

/** The embedder that is used unless another one is given. */
export const sfaceEmbedder = (models: ModelHub): FaceEmbedder => ({
  calibration: LIKENESS_CALIBRATION,
  embed: (image, landmarks, options) => embedFace(image, landmarks, models, options),
});

/** The names of the models that it runs. */
export const embeddingModelIds = (embedder?: Pick<FaceEmbedder, 'calibration'>): readonly string[] => [
  embedder?.calibration.modelId ?? EMBEDDING_MODEL_ID,
];
