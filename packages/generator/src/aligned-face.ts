import { faceAlign } from '@avatar/face-align';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import type { AlignedFace } from '@avatar/stage';
import type { AvatarRun } from './avatar-pipeline.js';
import type { AvatarRequest } from './avatar-request.js';

/** The aligned square of a photo whose run had no use for one. */
export async function alignedFace(
  { photo, faces }: AvatarRun,
  { style, size }: AvatarRequest,
  models: ModelHub,
  signal: AbortSignal | undefined,
): Promise<AlignedFace> {
  const { face } = await pipeline('photo', 'faces')
    .use(faceAlign({ models, framing: style.framing, outputSize: size, frameFrom: 'landmarks' }))
    .execute({ photo, faces }, { signal });
  return face;
}
