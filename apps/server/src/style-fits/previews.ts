import type { PhotoAvatarResult } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { WorkerPool } from '@avatar/worker-pool';
import type { ObjectArchive } from '../storage/index.js';
import type { FittedStyle, StylePreview } from '../styles/index.js';
import type { Portrait } from './portraits.js';

export interface PreviewDrawing {
  readonly accountId: string;
  readonly token: string;
  readonly generate: (
    photo: Uint8Array,
    options: Parameters<WorkerPool['generate']>[1],
  ) => Promise<PhotoAvatarResult>;
}

const SIDE_PX = 512;

/**
 * Draws people in a style, and in each of its variants the first of them. Who cannot be drawn, such as nobody in a photo
 * without a face, is left out.
 */
export async function savedPreviews(
  drawing: PreviewDrawing,
  archive: Pick<ObjectArchive, 'save'>,
  { style, variants }: FittedStyle,
  subjects: AsyncIterable<Portrait>,
): Promise<readonly StylePreview[]> {
  const { accountId, token: generationId } = drawing;
  const previews: StylePreview[] = [];
  let isFirst = true;
  for await (const { subject, photo } of subjects) {
    const styles = isFirst ? [style, ...variants.map((variant) => variant.style)] : [style];
    isFirst = false;
    for (const drawnIn of styles) {
      const drawn = await drawing
        .generate(photo, { style: drawnIn, sizePx: SIDE_PX, input: { coveragePolicy: 'warn' } })
        .catch(undefinedIfRefused);
      if (drawn === undefined) continue;
      const { bytes, likenessScore } = drawn;
      const object = { accountId, generationId, bytes, contentType: 'image/png', expiresAt: null };
      const key = await archive.save({ ...object, kind: 'preview' });
      previews.push({ style: drawnIn.token, subject, key, likenessScore: likenessScore ?? null });
    }
  }
  return previews;
}

function undefinedIfRefused(error: unknown): undefined {
  if (AvatarError.is(error) && (error.code === 'input-rejected' || error.code === 'gate-exhausted'))
    return undefined;
  throw error;
}
