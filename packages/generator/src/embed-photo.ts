import { dominantFace, type FaceDetector, type FaceEmbedder } from '@avatar/face';
import { faceDetect } from '@avatar/face-align';
import { load, type LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import type { FaceEmbedding, PhotoSource } from '@avatar/stage';

export interface EmbedSettings {
  readonly models: ModelHub;
  readonly detector: FaceDetector | undefined;
  readonly embedder: FaceEmbedder;
  readonly load: LoadOptions | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Identity of the dominant face of a photo. */
export async function embedPhoto(source: PhotoSource, settings: EmbedSettings): Promise<FaceEmbedding> {
  const { models, detector, embedder, signal } = settings;
  const { photo, faces } = await pipeline('source')
    .use(load(settings.load))
    .use(faceDetect({ models, detector }))
    .execute({ source }, { signal });
  const { landmarks } = dominantFace(faces);
  return embedder.embed(photo.image, landmarks, signal === undefined ? {} : { signal });
}
