import type { PhotoAvatarResult } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { Style } from '@avatar/styles';
import type { WorkerPool } from '@avatar/worker-pool';
import { TRIED_FOR } from '../database/index.js';
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
 * without a face, is left out. When it fails nothing of it is kept.
 */
export async function savedPreviews(
  drawing: PreviewDrawing,
  archive: Pick<ObjectArchive, 'save' | 'remove'>,
  { style, variants }: FittedStyle,
  subjects: AsyncIterable<Portrait>,
): Promise<readonly StylePreview[]> {
  const previews: StylePreview[] = [];
  let styles: readonly Style[] = [style, ...variants.map((variant) => variant.style)];
  try {
    for await (const portrait of subjects) {
      for (const drawnIn of styles) {
        const preview = await savedPreview(drawing, archive, drawnIn, portrait);
        if (preview !== undefined) previews.push(preview);
      }
      styles = [style];
    }
    return previews;
  } catch (error) {
    for (const { key } of previews) await archive.remove(drawing.accountId, key);
    throw error;
  }
}

async function savedPreview(
  { accountId, token: generationId, generate }: PreviewDrawing,
  archive: Pick<ObjectArchive, 'save'>,
  style: Style,
  { subject, photo }: Portrait,
): Promise<StylePreview | undefined> {
  const options = { style, sizePx: SIDE_PX, input: { coveragePolicy: 'warn' } } as const;
  const drawn = await generate(photo, options).catch(undefinedIfRefused);
  if (drawn === undefined) return undefined;
  const { bytes, likenessScore = null } = drawn;
  const object = { accountId, generationId, bytes, contentType: 'image/png', expiresAt: null };
  const key = await archive.save({ ...object, kind: 'preview' }, TRIED_FOR.resultMs);
  return { style: style.token, subject, key, likenessScore };
}

/** For photos that nothing can be made of. */
export function undefinedIfRefused(error: unknown): undefined {
  if (AvatarError.is(error) && (error.code === 'input-rejected' || error.code === 'gate-exhausted'))
    return undefined;
  throw error;
}
