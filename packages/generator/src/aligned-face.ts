import { faceAlign } from '@avatar/face-align';
import { pipeline } from '@avatar/pipeline-runner';
import type { AlignedFace } from '@avatar/stage';
import type { AvatarRun } from './avatar-pipeline.js';
import type { AvatarRequest } from './avatar-request.js';
import { frameOf, type AvatarPipelineOptions } from './shared-stages.js';

/** The aligned square of a photo whose run had no use for one, or changed it; in the run's own frame if it had one. */
export async function alignedFace(
  { photo, faces, matte }: AvatarRun,
  request: AvatarRequest,
  { models, embedder }: Pick<AvatarPipelineOptions, 'models' | 'embedder'>,
  signal: AbortSignal | undefined,
): Promise<AlignedFace> {
  const { style, size } = request;
  if (matte !== undefined) {
    const { face } = await pipeline('photo', 'faces', 'matte')
      .use(faceAlign({ models, embedder, ...frameOf(request) }))
      .execute({ photo, faces, matte }, { signal });
    return face;
  }
  const { face } = await pipeline('photo', 'faces')
    .use(faceAlign({ models, embedder, framing: style.framing, outputSize: size, frameFrom: 'landmarks' }))
    .execute({ photo, faces }, { signal });
  return face;
}
