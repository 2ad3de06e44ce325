import { AvatarError, type FaceEmbedding } from '@avatar/stage';

/**
 * Cosine similarity in [-1, 1] of two embeddings of the same model.
 *
 * @throws AvatarError `invalid-options` when the models differ
 */
export function cosineSimilarity(a: FaceEmbedding, b: FaceEmbedding): number {
  if (a.modelId !== b.modelId)
    throw new AvatarError(
      'invalid-options',
      `Embeddings of ${a.modelId} and ${b.modelId} cannot be compared`,
    );
  let dot = 0;
  for (let i = 0; i < a.vector.length; i++) dot += a.vector[i] * b.vector[i];
  return Math.min(1, Math.max(-1, dot));
}
