import type { ArtifactName } from './artifacts.js';
import type { PictureSize } from './geometry.js';

/**
 * What has to be the same for several artifacts, such as the size of pictures that are laid over each other. A runner
 * follows it from stage to stage while a pipeline is built, and refuses what cannot work before any model runs.
 */
export interface Agreement {
  /** What it is about: `size`, `embedder`, or a word of your own. */
  readonly about: string;
  /** Artifacts that the stage reads or writes. What it writes is like what it reads. */
  readonly of: readonly ArtifactName[];
  /** What it is, in words that can be compared, where the options of the stage say it. */
  readonly is?: string;
}

/**
 * Pictures of one size.
 * @param artifacts that the stage reads or writes
 * @param size where the options of the stage say it
 */
export const sameSize = (artifacts: readonly ArtifactName[], size?: PictureSize): Agreement => ({
  about: 'size',
  of: artifacts,
  ...(size && { is: `${size.widthPx} x ${size.heightPx} px` }),
});

/**
 * Embeddings that can be compared: those of one model.
 * @param modelId of the embedder that the stage uses
 */
export const sameEmbedder = (modelId: string): Agreement => ({
  about: 'embedder',
  of: ['embedding'],
  is: modelId,
});
